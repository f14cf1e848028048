#include "sim/scenario/normal_form.hpp"

#include "sim/scenario/visit.hpp"

namespace thirdring {
namespace {

NodePtr scalar(std::string text) {
  auto node = std::make_shared<Node>();
  node->kind = Node::Kind::scalar;
  node->text = std::move(text);
  return node;
}

class Writer {
 public:
  explicit Writer(const Files& files) : files_(files) {}

  template <class T>
  NodePtr tree(Field<T>& field) const {
    if constexpr (std::is_same_v<T, FileName>)
      return scalar(from_first_source(field));
    else
      return tree(field.value);
  }
  template <Scalar T>
  NodePtr tree(const T& value) const {
    return scalar(write_scalar(value));
  }
  NodePtr tree(const NodePtr& as_it_stands) const { return as_it_stands; }
  template <class T>
  NodePtr tree(std::vector<T>& values) const {
    auto list = std::make_shared<Node>();
    list->kind = Node::Kind::list;
    for (T& value : values) list->items.push_back(tree(value));
    return list;
  }
  template <class T>
  NodePtr tree(Named<T>& named) const {
    return BlockWriter(*this).with(named);
  }
  template <Block T>
  NodePtr tree(T& spec) const {
    BlockWriter block(*this);
    describe(block, spec);
    return block.done();
  }

 private:
  class BlockWriter {
   public:
    explicit BlockWriter(const Writer& writer) : writer_(writer) { map_->kind = Node::Kind::map; }

    template <class T>
    void required(const char* key, Field<T>& field, const char*) {
      add(key, field);
    }
    template <class T>
    void optional(const char* key, Field<T>& field, const char*) {
      add(key, field);
    }
    template <class T>
    void instead(Field<T>& field, const char*) {
      if (field.given()) instead_ = writer_.tree(field);
    }
    template <class T>
    void rest(Named<T>& named, const char*) {
      with(named);
    }
    void alternatives(std::initializer_list<const char*>, bool) {}

    template <class T>
    NodePtr with(Named<T>& named) {
      for (auto& entry : named.entries) add(entry.name, entry.value);
      return map_;
    }
    NodePtr done() const { return instead_ ? instead_ : map_; }

   private:
    template <class T>
    void add(const std::string& key, Field<T>& field) {
      if (field.given()) map_->entries.push_back({key, {}, writer_.tree(field)});
    }

    const Writer& writer_;
    std::shared_ptr<Node> map_ = std::make_shared<Node>();
    NodePtr instead_;
  };

  std::string from_first_source(const Field<FileName>& name) const {
    namespace fs = std::filesystem;
    if (fs::path(name->value).is_absolute()) return name->value;
    const fs::path first = files_.directory(0).lexically_normal(),
                   file = (files_.directory(name.at.mark.source) / name->value).lexically_normal(),
                   relative = file.lexically_relative(first);
    return (relative.empty() ? file : relative).string();
  }

  const Files& files_;
};

}  // namespace

NodePtr normal_form(ScenarioSpec& spec, const Files& files) { return Writer(files).tree(spec); }

}  // namespace thirdring

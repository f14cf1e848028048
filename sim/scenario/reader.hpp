// From the tree to the spec: every value checked by its kind, every key by its name.
#pragma once
#include <algorithm>
#include <initializer_list>

#include "sim/scenario/document.hpp"
#include "sim/scenario/spec/field.hpp"
#include "sim/scenario/visit.hpp"

namespace thirdring {

class Reader {
 public:
  explicit Reader(Report& report) : report_(report) {}

  /// False when something was wrong, which is reported then.
  template <class T>
  bool read(const Node& node, const Where& at, Field<T>& field) {
    field.at = at;
    // What is given replaces a default wholly; a wrong scalar leaves it, for what is checked further.
    T value{};
    const bool fine = read(node, at, value);
    if (fine || !Scalar<T>) field.value = std::move(value);
    field.state = fine ? Field<T>::State::given : Field<T>::State::wrong;
    return fine;
  }

  template <Scalar T>
  bool read(const Node& node, const Where& at, T& value) {
    return (node.kind == Node::Kind::scalar && read_scalar(node.text, value)) ||
           wrong(node, at, expected_scalar<T>(),
                 node.kind == Node::Kind::scalar ? hint(node.text, words<T>()) : "");
  }

  /// Anything, as it stands.
  static bool read(const Node& node, const Where&, NodePtr& tree) {
    tree = std::make_shared<Node>(node);
    return true;
  }

  template <class T>
  bool read(const Node& node, const Where& at, std::vector<T>& values) {
    if (node.kind != Node::Kind::list) return wrong(node, at, "a list of " + plural<T>());
    if constexpr (!LeafType<T>) count(node.items.size(), at);
    values.resize(node.items.size());
    bool fine = true;
    for (std::size_t i = 0; i < values.size(); ++i) {
      const Node& item = *node.items[i];
      fine = read(item, {item.mark, at.path + '[' + std::to_string(i) + ']'}, values[i]) && fine;
    }
    return fine;
  }

  template <class T>
  bool read(const Node& node, const Where& at, Named<T>& named) {
    if (node.kind != Node::Kind::map) return wrong(node, at, "a map from names to " + plural<T>());
    bool fine = true;
    for (const Node::Entry& entry : node.entries) fine = read_named(entry, at, named) && fine;
    return fine;
  }

  template <Block T>
  bool read(const Node& node, const Where& at, T& spec) {
    count(1, at);
    BlockReader block(*this, node, at);
    describe(block, spec);
    return block.finish(T::title);
  }

 private:
  // Reads one block.  A map is read key by key; anything else must be what may stand instead of the block.
  class BlockReader {
   public:
    BlockReader(Reader& reader, const Node& node, const Where& at)
        : reader_(reader), node_(node), at_(at), is_map_(node.kind == Node::Kind::map) {}

    template <class T>
    void required(const char* key, Field<T>& field, const char*) {
      if (!take(key, field) && is_map_) {
        field.state = Field<T>::State::missing;
        fine_ = reader_.wrong_words(field.at, expected<T>(), "nothing (the key is required)");
      }
    }
    template <class T>
    void optional(const char* key, Field<T>& field, const char*) {
      take(key, field);
    }
    template <class T>
    void instead(Field<T>& field, const char*) {
      if (node_.kind != (is_list<T> ? Node::Kind::list : Node::Kind::scalar) || read_) return;
      read_ = true;
      if constexpr (Scalar<T>) {
        if (!read_scalar(node_.text, field.value)) {
          read_ = false;
          return;
        }
        field.at = at_;
        field.state = Field<T>::State::given;
      } else {
        fine_ = reader_.read(node_, at_, field) && fine_;
      }
    }
    template <class T>
    void rest(Named<T>& named, const char*) {
      takes_names_ = true;
      for (const Node::Entry& entry : node_.entries)
        if (std::find(keys_.begin(), keys_.end(), entry.key) == keys_.end())
          fine_ = reader_.read_named(entry, at_, named) && fine_;
    }
    void alternatives(std::initializer_list<const char*> keys, bool needed) {
      std::vector<std::string> given;
      for (const char* key : keys)
        if (node_.find(key) != nullptr) given.emplace_back(key);
      if (is_map_ && given.size() > 1)
        fine_ = reader_.wrong_words({node_.find(given[1])->mark, at_.path},
                                    "only one of the keys " + one_of({keys.begin(), keys.end()}),
                                    given[0] + " and " + given[1]);
      if (is_map_ && given.empty() && needed) missing_.emplace_back(keys.begin(), keys.end());
    }

    bool finish(std::string_view title) {
      const bool readable = is_map_ ? takes_names_ || !keys_.empty() : read_;
      if (!readable) return reader_.wrong(node_, at_, std::string(title));
      if (!is_map_) return fine_;
      for (const std::vector<std::string>& keys : missing_)
        if (!misspelt(keys))
          fine_ = reader_.wrong_words(at_, "one of the keys " + one_of(keys), "none of them");
      for (const Node::Entry& entry : node_.entries)
        if (is_unknown(entry)) fine_ = reader_.unknown_key(entry, at_, keys_);
      return fine_;
    }

   private:
    bool is_unknown(const Node::Entry& entry) const {
      return !takes_names_ && std::find(keys_.begin(), keys_.end(), entry.key) == keys_.end();
    }
    // Whether an unknown key was probably meant to be one of these, so that one message is enough.
    bool misspelt(const std::vector<std::string>& meant) const {
      return std::any_of(node_.entries.begin(), node_.entries.end(), [&](const Node::Entry& entry) {
        return is_unknown(entry) && (meant.size() == keys_.size() || !hint(entry.key, meant).empty());
      });
    }
    template <class T>
    bool take(const char* key, Field<T>& field) {
      keys_.emplace_back(key);
      field.at = at_.item(key);
      const Node::Entry* entry = node_.find(key);
      if (entry == nullptr) return false;
      fine_ = reader_.read(*entry->value, {place(*entry), field.at.path}, field) && fine_;
      return true;
    }

    Reader& reader_;
    const Node& node_;
    const Where& at_;
    bool is_map_, read_ = false, fine_ = true, takes_names_ = false;
    std::vector<std::string> keys_;
    std::vector<std::vector<std::string>> missing_;
  };

  // An empty value has no place of its own.
  static Mark place(const Node::Entry& entry) {
    return entry.value->kind == Node::Kind::null ? entry.mark : entry.value->mark;
  }

  template <class T>
  bool read_named(const Node::Entry& entry, const Where& at, Named<T>& named) {
    const Where where = at.item(entry.key);
    named.entries.push_back({{entry.mark, where.path}, entry.key, {}});
    const bool fine = fine_name(entry, where);
    return read(*entry.value, {place(entry), where.path}, named.entries.back().value) && fine;
  }

  // A block takes much more room than its text.
  void count(std::size_t blocks, const Where& at);
  bool fine_name(const Node::Entry& entry, const Where& at);
  bool unknown_key(const Node::Entry& entry, const Where& at, const std::vector<std::string>& keys);
  bool wrong(const Node& node, const Where& at, const std::string& expected, const std::string& hint = "");
  bool wrong_words(const Where& at, const std::string& expected, const std::string& got);

  Report& report_;
  std::size_t blocks_ = 0;
};

}  // namespace thirdring

#include <fmt/format.h>

#include <algorithm>

#include "sim/scenario/normal_form.hpp"

namespace thirdring {
namespace {

constexpr std::size_t longest_line = 100;

bool is_plain(const std::string& text) {
  const auto alphanumeric = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  };
  const auto fine = [&](char c) {
    return alphanumeric(c) || std::string_view(" _-.%/+<>=").find(c) != std::string_view::npos;
  };
  // A colon is part of a time of day; before a blank it would end a key.
  const auto is_time = [&](std::size_t i) {
    return i > 0 && text[i] == ':' && i + 1 < text.size() && alphanumeric(text[i - 1]) &&
           alphanumeric(text[i + 1]);
  };
  if (text.empty() || !alphanumeric(text[0]) || text.back() == ' ') return false;
  if (text == "null" || text == "Null" || text == "NULL") return false;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (!fine(text[i]) && !is_time(i)) return false;
  return true;
}

std::string written(const std::string& text) {
  if (is_plain(text)) return text;
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\')
      result += '\\', result += c;
    else if (static_cast<unsigned char>(c) < 32 || c == 127)
      result += fmt::format("\\x{:02x}", static_cast<unsigned>(c));
    else
      result += c;
  }
  return result + '"';
}

}  // namespace

std::string write_line(const Node& node) {
  if (node.kind == Node::Kind::null) return "null";
  if (node.kind == Node::Kind::scalar) return written(node.text);
  std::string result;
  const auto separate = [&] { result += result.empty() ? "" : ", "; };
  for (const NodePtr& item : node.items) separate(), result += write_line(*item);
  for (const Node::Entry& entry : node.entries)
    separate(), result += written(entry.key) + ": " + write_line(*entry.value);
  return node.kind == Node::Kind::list ? '[' + result + ']' : '{' + result + '}';
}

namespace {

bool is_scalar(const NodePtr& node) { return node->kind == Node::Kind::scalar; }

// Lists of plain values stand in one line however long it gets.
bool has_own_lines(const Node& node, const std::string& line, std::size_t indented) {
  const bool flat = std::all_of(node.items.begin(), node.items.end(), is_scalar);
  return !(node.entries.empty() && flat) && indented + line.size() > longest_line;
}

void write(const Node& node, std::size_t indent, std::string& text);

void write_value(const Node& node, std::size_t indent, std::size_t indented, std::string& text) {
  const std::string line = write_line(node);
  if (has_own_lines(node, line, indented)) {
    text += '\n';
    write(node, indent + 2, text);
  } else {
    text += ' ' + line + '\n';
  }
}

void write(const Node& node, std::size_t indent, std::string& text) {
  for (const NodePtr& item : node.items) {
    text.append(indent, ' ') += '-';
    write_value(*item, indent, indent + 2, text);
  }
  for (const Node::Entry& entry : node.entries) {
    const std::string key = written(entry.key);
    text.append(indent, ' ') += key + ':';
    write_value(*entry.value, indent, indent + key.size() + 2, text);
  }
}

}  // namespace

std::string write_document(const Node& root) {
  std::string text;
  write(root, 0, text);
  return text;
}

}  // namespace thirdring

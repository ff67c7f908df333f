package dev.postern.readers.hcl;

/// What a token is.
enum Kind {
  NEWLINE("the end of the line"),
  WORD("a name"),
  NUMBER("a number"),
  /// `"` that opens a string.
  QUOTE("a string"),
  /// `"` that closes a string.
  UNQUOTE("the end of the string"),
  /// `<<EOT` or `<<-EOT` with its line end.
  HEREDOC("a heredoc"),
  /// The closing word of a heredoc with the white space before it.
  HEREDOC_END("the end of the heredoc"),
  /// The place where an unclosed string or heredoc was given up; empty.
  UNCLOSED("the end of the line"),
  /// Characters of a template that stand for themselves; in a heredoc at most one line.
  TEXT("text"),
  /// A backslash sequence, `$${` or `%%{`.
  ESCAPE("text"),
  /// `${` or `${~`.
  INTERPOLATION("`${`"),
  /// `%{` or `%{~`.
  DIRECTIVE("`%{`"),
  /// `}` or `~}` that closes one of these two.
  SEQUENCE_END("`}`"),
  OPEN_BRACE("`{`"),
  CLOSE_BRACE("`}`"),
  OPEN_BRACKET("`[`"),
  CLOSE_BRACKET("`]`"),
  OPEN_PAREN("`(`"),
  CLOSE_PAREN("`)`"),
  ASSIGN("`=`"),
  ARROW("`=>`"),
  EQUAL("`==`"),
  NOT_EQUAL("`!=`"),
  LESS("`<`"),
  LESS_OR_EQUAL("`<=`"),
  GREATER("`>`"),
  GREATER_OR_EQUAL("`>=`"),
  AND("`&&`"),
  OR("`||`"),
  NOT("`!`"),
  PLUS("`+`"),
  MINUS("`-`"),
  STAR("`*`"),
  SLASH("`/`"),
  PERCENT("`%`"),
  QUESTION("`?`"),
  COLON("`:`"),
  DOUBLE_COLON("`::`"),
  DOT("`.`"),
  ELLIPSIS("`...`"),
  COMMA("`,`"),
  /// A character that means nothing in HCL.
  STRAY("a character that means nothing in HCL"),
  END("the end of the file");

  private final String shown;

  Kind(String shown) {
    this.shown = shown;
  }

  /// How a message names it: never with the user's own characters, which may be a secret.
  String shown() {
    return shown;
  }
}

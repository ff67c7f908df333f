package dev.postern.readers.hcl;

import dev.postern.text.Comment;
import dev.postern.text.SourceFile;
import java.util.List;
import java.util.function.Function;

/// Reads HCL native syntax. Cost is linear in the text; nesting is bounded; nothing is ever thrown
/// for what a user wrote.
public final class Hcl {
  private Hcl() {}

  /// A configuration or `.tfvars` file: arguments and blocks.
  public static HclFile parse(SourceFile file) {
    var tokens = new Tokens(file);
    var problems = new Problems();
    List<Comment> comments = new Lexer(file, tokens, problems).code();
    Body body = new BodyParser(new Cursor(tokens, problems)).file();
    return new HclFile(body, comments, problems.sorted());
  }

  /// One expression on its own, as after `-var name=`; it may span lines as if it stood in
  /// parentheses.
  public static HclExpression expression(SourceFile file) {
    return alone(file, Lexer::code, ExpressionParser::alone);
  }

  /// A template on its own, as `templatefile` reads it: text with `${}` and `%{}` sequences.
  public static HclExpression template(SourceFile file) {
    return alone(file, Lexer::template, parser -> parser.templates().file());
  }

  private static HclExpression alone(
      SourceFile file,
      Function<Lexer, List<Comment>> lex,
      Function<ExpressionParser, Expression> parse) {
    var tokens = new Tokens(file);
    var problems = new Problems();
    List<Comment> comments = lex.apply(new Lexer(file, tokens, problems));
    var cursor = new Cursor(tokens, problems);
    var parser = new ExpressionParser(cursor);
    Expression read = parse.apply(parser);
    Expression whole = parser.sound(read) ? read : new Expression.Invalid(file.all());
    return new HclExpression(whole, comments, problems.sorted());
  }
}

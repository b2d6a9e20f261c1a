using FsCheck;
using FsCheck.Fluent;

namespace DealBot.Templating.Tests.Properties;

/// <summary>Grows templates from the grammar: nearly all of them parse, and most render.</summary>
internal static class TemplateGenerator
{
    private static readonly Gen<string> Name = Gen.Elements("x", "y", "price", "shop", "deals", "shop.name", "f", "g", "b_1", "名");

    private static readonly Gen<string> Atom = Gen.Frequency(
        (4, Name),
        (3, Gen.Elements("0", "1", "2", "1_0", "1_", "2.50", "1e3", "1.5e-3", "7m", "2f", "3d", "0x1F", "0xFFFFFFFF", "0b101u", "99999999999999999999")),
        (3, Gen.Elements("'a'", "\"b\\n\"", "`c``d`", "'it\\'s {{ }} #'", "''", "\"\\u4e2d\\\\\"", "'}}'", "$'plain \\{'")),
        (2, Gen.Elements("true", "false", "null", "this", "empty", "$", "$0", "$y", "$$", "for.index", "while.first", "shop.empty?", "deals.size")));

    private static readonly Gen<string> Function = Gen.Elements(
        "string.upcase", "string.append 'z'", "array.join ','", "array.size", "math.plus 1", "object.to_json", "f", "array.each @f", "string.size", "f 1 n: 2");

    private static readonly Gen<string> Operator = Gen.Elements(
        "+", "-", "*", "/", "//", "%", "==", "!=", "<", "<=", ">", ">=", "&&", "||", "??", "?!", "..", "..<");

    private static readonly Gen<string> Space = Gen.Elements(" ", " ", "  ", "\t");

    private static readonly Gen<string> TextPiece = Gen.Elements(
        "a", "b c", " ", "  ", "\t", "\n", "\n  ", "\r\n", "{ ", "}", "%", "{%-", "{%{{}%}", "{%{a{%}%}", "}}", "-", "~", "中", "<b>", "{%{ {{ raw }} }%}", "{%{-x-}%}", "{%{ ~}%}\n ", "{%%{{%{ }%}}%%}");

    public static readonly Gen<string> Templates = Gen.Sized(size => Page(Math.Min(size, 24)));

    private static Gen<string> Text => TextPiece.ListOf().Select(pieces => string.Concat(pieces.Take(6)));

    private static Gen<string> Page(int size) =>
        from functions in Gen.Elements("", "{{ func f; ret $0; end; func g(a = 0, b...); $$; ret a; end; x = 1 -}}")
        from before in Text
        from blocks in Some(CodeBlock(size / 2), 4)
        select functions + before + blocks;

    private static Gen<string> CodeBlock(int size) =>
        from open in Open
        from code in Statements(size)
        from close in Close
        from text in Text
        select open + code + close + text;

    private static Gen<string> Open => Gen.Elements("{{ ", "{{ ", "{{", "{{- ", "{{~ ", "{{ # note }}{{ ", "{{ }}{{ ", "{{ ## c ## ");

    private static Gen<string> Close => Gen.Elements(" }}", " }}", "}}", " -}}", " ~}}", " ~}}\n  ", " # note }}", "\n}}");

    private static Gen<string> Break => Gen.Frequency(
        (3, Gen.Elements("\n", ";", " ; ", "\n  \n", " # note\n")),
        (2, from close in Close from text in Text from open in Open select close + text + open));

    private static Gen<string> Statements(int size) =>
        from first in Statement(size)
        from rest in Some(from line in Break from next in Statement(size / 2) select line + next, 3)
        select first + rest;

    private static Gen<string> Statement(int size) => Later(() => AnyStatement(size));

    private static Gen<string> AnyStatement(int size)
    {
        var simple = Gen.OneOf(
            Expression(size),
            Join(Name, " = ", Expression(size)),
            Join(Gen.Elements("x", "y", "$y", "shop.name", "deals[0]"), Gen.Elements(" += ", " *= ", " -= ", " //= ", " = "), Expression(size)),
            Gen.Elements("break", "continue", "readonly y", "import shop", "x++", "--y", "f(q) = q + 1", "shop.h(q, r) = q", "ret"),
            Join("ret ", Expression(size / 2)));
        return size < 2 ? simple : Gen.Frequency((6, simple), (3, Nested(size / 2)));
    }

    private static Gen<string> Nested(int size) => Gen.OneOf(
        Join("if ", Expression(size), Break, Statements(size), Break, "end"),
        Join("if ", Expression(size), Break, Statements(size), Break, Join("else if ", Expression(size), Break, "1", Break, "else", Break), Statements(size), Break, "end"),
        Join("for x in ", LoopList(size), Break, Statements(size), Break, Gen.Elements("end", "else; 2; end")),
        Join("tablerow $y in ", LoopList(size), Break, Statements(size), Break, "end"),
        Join("while x < 3", Break, Statements(size), Break, "x = x + 1; end"),
        Join("case ", Expression(size), Gen.Elements("\n", " }}\n  {{ ", ";"), "when 1, 'a' || 2", Break, Statements(size), Break, "else", Break, "3; end"),
        Join("capture ", Gen.Elements("x", "$y", "shop.c"), Break, Statements(size), Break, "end"),
        Join("with ", Gen.Elements("shop", "{a: 1}"), Break, Statements(size), Break, "end"),
        Join("wrap ", Gen.Elements("f", "f 1 k: 2", "f(1, k: 2)", "g 1", "g(-1)"), Break, Statements(size), Break, "end"),
        Join("func ", Gen.Elements("f", "g(a)", "g(a, b = 1 + 2, c...)", "$f", "f()"), Break, Statements(size), Break, "end"));

    private static Gen<string> LoopList(int size) =>
        Join(Gen.OneOf(Gen.Elements("deals", "1..3", "[1,2,2]", "(f 1)", "shop", "'ab'", "deals | array.reverse"), Expression(size / 2)),
            Gen.Elements("", "", " limit: 2", " offset: 1 reversed", " reversed limit: y cols: 2"));

    private static Gen<string> Expression(int size)
    {
        if (size < 2)
            return Atom;
        var part = Later(() => Expression(size / 2));
        return Gen.Frequency(
            (3, Atom),
            (4, Join(part, Space, Operator, Gen.Elements(" ", " ", "\n"), part)),
            (2, Join(Gen.Elements("!", "-", "+", "- -", "!!", "@"), Atom)),
            (3, Join("(", part, ")")),
            (2, Join(part, Gen.Elements(" | ", " |> ", "\n| ", "|\n"), Function)),
            (2, Join(Gen.Elements("f", "f 1", "string.append 'a'", "g -1", "f k: 1 n:"), Space, Atom)),
            (1, Join(Gen.Elements("f(", "g(1, ", "f(k: "), part, ")")),
            (1, Join(Gen.Elements("deals[", "shop[", "x?.y[", "this["), part, "]")),
            (1, Join(part, " ? ", part, Gen.Elements(" : ", ": "), part)),
            (1, Join("[", part, Gen.Elements(", ", ",\n"), part, "]")),
            (1, Join("{a: ", part, Gen.Elements(", \"b c\": ", ",\n'd': "), part, "}")),
            (2, Join("$\"t\\\" {", part, "} \\{m {", part, "}\"")),
            (1, Join("$'{", part, "}'")),
            (1, Join("(do; ", part, "; end)")),
            (1, Join("f(do(q", Gen.Elements(")", ", w = 2)", "...)"), Break, Later(() => Statements(size / 3)), Break, "end)")));
    }

    private static Gen<string> Some(Gen<string> piece, int most) =>
        from count in Gen.Choose(0, most)
        from pieces in piece.ListOf(count)
        select string.Concat(pieces);

    /// <summary>Put off until it is needed, for the grammar goes round in circles.</summary>
    private static Gen<string> Later(Func<Gen<string>> generator) => Gen.Constant(0).SelectMany(_ => generator());

    /// <summary>Joins generators and fixed texts.</summary>
    private static Gen<string> Join(params object[] parts) =>
        Gen.CollectToList(parts, part => part as Gen<string> ?? Gen.Constant((string)part)).Select(string.Concat);
}

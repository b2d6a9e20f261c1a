using FsCheck;
using FsCheck.Fluent;

namespace DealBot.Templating.Tests.Properties;

/// <summary>Texts that are meant to upset the engine.</summary>
internal static class BrokenTemplateGenerator
{
    private static readonly string[] Seeds =
    [
        "{{ for d in deals | array.sort 'price' limit: 2 }}{{ for.index }} {{ d.title | string.truncate 4 }}{{ else }}-{{ end }}",
        "{{ if price > 10 && shop.name == 'x' }}a{{ else if !shop }}b{{ else }}c{{ end }}",
        "{{ func f(a, b = 2, c...); ret a * b + c.size; end; f 1 2 3 | math.plus 4; f(b: 1, a: 2) }}",
        "{{ case price; when 1, 2 || 3; 'x'; else; $\"{shop.city} {1 + 2}\"; end; x = [1, {a: 2}]; x[1].a += 1; x }}",
        "  {{~ capture c ~}} text {{ ret }} {%{ raw }%} {{- end -}} {{ c + date.now - 1..3 ?? `v` ?! 0x1F }}",
        "{{ while x < 5; x = x + 1; if x == 3; break; end; end; with {a: 1}; import shop; readonly a; end; wrap f 1; $$; end }}",
        "{{ tablerow x in (1..9) cols: 3 offset: 1 reversed; x; end; a = do; ret $0; end; [1,2] | array.each @a | object.to_json }}",
        "{{ 'a,b' | string.split ',' | array.join '-' @(do; ret $0 + 'x'; end); regex.replace 'abc' '(b)' '[$1]'; 1.5e3 // 2 % 7m }}",
        "{{ x = []; x[3] = x; x | array.size; x == x; this.y = this; y | object.size; deals | array.map 'title' | array.sort | array.uniq }}",
        "{{ 'aXb' | string.pad_left 20 | string.slice 3 4; 99999999999999999999 * 3 - 1e300; -5 % 3; 'a' * 20; [1] * 3; 1 / 3.0m }}",
        "{{ date.parse '2026-11-11' | date.add_days 1e18; timespan.from_days 9e9; '2026' | string.to_int; math.format 1.5 'N9'; html.strip '<a' }}",
    ];

    private static readonly string[] Pieces =
    [
        "{{", "}}", "-}}", "{{~", "{%{", "}%}", "(", ")", "[", "]", "{", "}", "'", "\"", "`", "$", "$'", "{1}", "|", "@", "^", "#", "##", ";", "\n",
        " end ", " else ", " if ", " for x in ", " while ", " func f ", " do ", " ret ", " case ", " when ", " with ", " wrap ", " capture ", "..", "..<",
        "...", ".", "?.", "??", "?", ":", "=", "+=", "++", "--", "==", "<", "&&", "||", "!", "+", "-", "*", "/", "//", "%", "\\", "\0", "中", "\ud83d", "1",
        "9999999999", "1e300", "0x", "0b", "x", "f", "$0", "$$", "this", "null", "true", " import ", " readonly ", " break ", " continue ", " tablerow y in ",
        "deals", "shop", "array.sort", "array.each", "string.split", "object.to_json", "include", "include_join", "date.now", "regex.match", "+++", ",", " in ",
    ];

    private static readonly (string Open, string Close)[] Nests =
    [
        ("(", ")"), ("[", "]"), ("{a:", "}"), ("x[", "]"), ("x(", ")"), ("f (", ")"), ("!", ""), ("-", ""), ("- ", ""), ("+ ", ""), ("@", ""), ("^", ""), ("++", ""),
        ("$'{", "}'"), ("$\"a{", "}b\""), ("1 ? ", " : 1"), ("1 ? 1 : ", ""), ("1 + ", ""), ("1 ?? ", ""), ("1 .. ", ""), ("f ", ""), ("f a: ", ""), ("x | ", ""),
        ("x.", "x"), ("x?.", "x"), ("do; ", " end"), ("(do; ret ", ";end)"), ("f(do(x); ", " end)"), ("if 1; ", " end;"), ("if 0; 1; else if ", "; end;"), ("else; ", ""),
        ("for x in y; ", " end;"), ("for x in ", "; end"), ("while ", "; end;"), ("case 1; when ", "; end;"), ("case ", "; when 1; 1; end;"), ("with {}; ", " end;"),
        ("wrap f; ", " end;"), ("capture x; ", " end;"), ("func f; ", " end;"), ("func f(a = ", "); end;"), ("x = ", ""), ("x += ", ""), ("ret ", ""), ("import ", ""),
        ("{{ ", " }}"), ("}}{{ if 1 }}", "{{ end }}{{"), ("{%{", "}%}"), ("{%%{", "}%%}"), ("tablerow x in y; ", " end;"), ("x++ ", ""), ("'", "'"), ("`", "`"),
    ];

    public static Gen<string> Characters => Gen.OneOf(
        Gen.Choose(0, 127).Select(code => (char)code).ArrayOf().Select(characters => new string(characters)),
        Gen.Choose(0, 0xFFFF).Select(code => (char)code).ArrayOf().Select(characters => "{{ " + new string(characters)));

    public static Gen<string> Soup =>
        from open in Gen.Elements("", "{{ ", "{{ f = do; ret $0; end; ")
        from pieces in Gen.Elements(Pieces).ArrayOf()
        select open + string.Concat(pieces);

    public static Gen<string> Mutants =>
        from text in Gen.Frequency((2, Gen.Elements(Seeds)), (1, TemplateGenerator.Templates))
        from mutations in Gen.Choose(0, int.MaxValue - 1)
        select Mutate(new Random(mutations), text);

    public static Gen<string> Nested =>
        from kinds in Gen.Elements(Nests).NonEmptyListOf().Select(list => list.Take(4).ToList())
        from depth in Gen.Frequency((1, Gen.Choose(1, 30)), (1, Gen.Choose(50, 260)), (1, Gen.Choose(900, 5_000)))
        from core in Gen.Elements("1", "x", "", "f", "'a'", "deals")
        from closes in Gen.Elements(true, true, true, false)
        select "{{ f = do; ret $0; end; " + Nest(kinds, depth, core, closes) + " }}";

    public static Gen<string> Literals =>
        from length in Gen.Choose(1, 40_000)
        from form in Gen.Elements(
            "{{ 9* }}", "{{ 0x*F }}", "{{ 0b*1 }}", "{{ 1.*1 }}", "{{ 1e*9 }}", "{{ 1e-*9 }}", "{{ *9m }}", "{{ 1*_ }}", "{{ '*a' }}", "{{ \"*\\\" }}", "{{ `*a` }}", "{{ $'*{1}' }}",
            "{{ *x }}", "{{ x.*y = 1 }}", "{{ # * }}", "{{ ##*# }}", "{%*%{ a }%}", "{*{ ", "{{*- x }}", "{{ *; }}", "{{ *\n }}", "{{ '\\u*0' }}", "{{ x[*9] = 1 }}", "{{ f *1 }}", "{{ $*9 }}",
            "{{ *, }}", "{{ [*1,] }}", "{{ '*%' | date.to_string '%Y' }}", "{{ 'a' | string.pad_left *9 }}", "{{ 'a' | regex.match '*(a' }}", "{{ 5 | math.format '*0' }}", "{{ date.now | date.to_string '*%' }}")
        select form.Replace(form[form.IndexOf('*', StringComparison.Ordinal)..][..2], new string(form[form.IndexOf('*', StringComparison.Ordinal) + 1], length), StringComparison.Ordinal);

    private static string Nest(List<(string Open, string Close)> kinds, int depth, string core, bool closes)
    {
        var levels = Enumerable.Range(0, depth).Select(level => kinds[level % kinds.Count]).ToList();
        var open = string.Concat(levels.Select(kind => kind.Open)) + core;
        return closes ? open + string.Concat(levels.AsEnumerable().Reverse().Select(kind => kind.Close)) : open;
    }

    private static string Mutate(Random random, string text)
    {
        for (var edits = random.Next(1, 6); edits > 0; edits--)
        {
            var at = random.Next(text.Length + 1);
            text = random.Next(4) switch
            {
                0 => text.Insert(at, Pieces[random.Next(Pieces.Length)]),
                1 when at < text.Length => text.Remove(at, random.Next(Math.Min(12, text.Length - at)) + 1),
                2 => text[..at] + Seeds[random.Next(Seeds.Length)][^random.Next(1, 20)..],
                _ => text.Insert(random.Next(text.Length + 1), text[at..Math.Min(text.Length, at + random.Next(16))]),
            };
        }

        return text;
    }
}

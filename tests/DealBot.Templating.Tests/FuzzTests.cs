using System.Diagnostics;

namespace DealBot.Templating.Tests;

public sealed class FuzzTests
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
    ];

    private static readonly string[] Pieces =
    [
        "{{", "}}", "-}}", "{{~", "{%{", "}%}", "(", ")", "[", "]", "{", "}", "'", "\"", "`", "$", "$'", "{1}", "|", "@", "^", "#", "##", ";", "\n",
        " end ", " else ", " if ", " for x in ", " while ", " func f ", " do ", " ret ", " case ", " when ", " with ", " wrap ", " capture ", "..", "..<",
        "...", ".", "?.", "??", "?", ":", "=", "+=", "++", "--", "==", "<", "&&", "||", "!", "+", "-", "*", "/", "//", "%", "\\", "\0", "中", "1", "9999999999", "1e300", "x", "$0", "this", "null",
    ];

    [Test]
    public void Nothing_but_template_exceptions_comes_out_of_mutated_templates()
    {
        const int rounds = 20_000;
        var random = new Random(20260618);
        var options = new RenderOptions { LoopLimit = 50, StepLimit = 5_000, OutputLimit = 5_000, RegexTimeout = TimeSpan.FromMilliseconds(20) };
        var clock = Stopwatch.StartNew();
        var rendered = 0;

        for (var round = 0; round < rounds && clock.Elapsed < TimeSpan.FromSeconds(2); round++)
        {
            var text = Mutate(random, Seeds[random.Next(Seeds.Length)]);
            rendered += Survives(text, options) ? 1 : 0;
        }

        Assert.That(rendered, Is.GreaterThan(0));
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

    /// <summary>True when the template rendered, false when it was refused in the proper way; anything else fails the test with its text.</summary>
    private static bool Survives(string text, RenderOptions options)
    {
        try
        {
            var template = Template.Parse(text, "fuzz");
            if (template.HasErrors)
                return false;
            template.Render(Rendered.Model(), options);
            return true;
        }
        catch (TemplateException)
        {
            return false;
        }
        catch (Exception exception)
        {
            throw new AssertionException($"{exception.GetType().Name}: {exception.Message}\nfor: {text}\n{exception.StackTrace}");
        }
    }
}

namespace DealBot.Templating.Tests;

public sealed class PrinterTests
{
    [TestCase("plain", "plain")]
    [TestCase("a {{x}} b", "a {{ x }} b")]
    [TestCase("a {{- x -}} b", "a{{ x }}b")]
    [TestCase("{{ # nothing }}a{{ ## more ## 1 }}", "a{{ 1 }}")]
    [TestCase("{{x;y}}", "{{ x\ny }}")]
    [TestCase("{{ if a; 1; else if b }}t{{ else; 2; end }}", "{{ if a\n  1\nelse if b }}t{{ else\n  2\nend }}")]
    [TestCase("{{ for x in y limit : 2 reversed offset:1 }}{{ x }}{{ else }}-{{ end }}", "{{ for x in y offset: 1 limit: 2 reversed }}{{ x\nelse }}-{{ end }}")]
    [TestCase("{{ tablerow $x in (1..3) cols:2; $x; end }}", "{{ tablerow $x in (1 .. 3) cols: 2\n  $x\nend }}")]
    [TestCase("{{ case x }}  {{ when 1 || 2, 'a'; y; else; z; end }}", "{{ case x\nwhen 1, 2, 'a'\n  y\nelse\n  z\nend }}")]
    [TestCase("{{ func f( a,b=1 , c... ); ret; end; f(x)=x+1; o.f(x) = x }}", "{{ func f(a, b = 1, c...)\n  ret\nend\nf(x) = x + 1\no.f(x) = x }}")]
    [TestCase("{{ f 1   b:2 | g(1,k:3) |> h }}", "{{ f 1 b: 2 | g(1, k: 3) | h }}")]
    [TestCase("{{ f $x: 1 }}", "{{ f x: 1 }}")]
    [TestCase("{{ x = [1,{'a':2,\"b c\":3},] }}", "{{ x = [1, {a: 2, \"b c\": 3}] }}")]
    [TestCase("{{ $'{a}\\{\"{ (do; 1; 2; end) }' }}", "{{ $\"{a}\\{\\\"{(do; 1; 2; end)}\" }}")]
    [TestCase("{{ a ? b : c ?? -d; !x; - -1; - --x; x++; @f; f ^x }}", "{{ a ? b : c ?? -d\n!x\n- -1\n- --x\nx++\n@f\nf ^x }}")]
    [TestCase("{{ x.empty? .y; x.empty? ? 1 : 2; a?.b[0]['c'] }}", "{{ x.empty? .y\nx.empty? ? 1 : 2\na?.b[0]['c'] }}")]
    [TestCase("{{ wrap f 1 k:2; $$; end; capture c; 1; end; with o; a; end; while a; break; continue; end }}",
        "{{ wrap f 1 k: 2\n  $$\nend\ncapture c\n  1\nend\nwith o\n  a\nend\nwhile a\n  break\n  continue\nend }}")]
    [TestCase("{{ readonly x; import y; ret 1 }}", "{{ readonly x\nimport y\nret 1 }}")]
    [TestCase("{{ x += 1; x //= 2; 0xFF; 1_0; `a``b`; 'it\\'s' }}", "{{ x += 1\nx //= 2\n0xFF\n1_0\n`a``b`\n'it\\'s' }}")]
    public void Prints_a_template_in_one_form(string template, string expected)
    {
        var parsed = Template.Parse(template, "test");

        Assert.That(parsed.Messages, Is.Empty);
        Assert.That(parsed.ToText(), Is.EqualTo(expected));
        Assert.That(Template.Parse(expected, "test").ToText(), Is.EqualTo(expected));
    }

    [TestCase("{%{ {{ x }} }%}", " {%{{{}%} x }} ")]
    [TestCase("{%{{}%}{{ 1 }}", "{%{{}%}{{ 1 }}")]
    [TestCase("{%{{%}%}{{ 1 }}", "{%{{%}%}{{ 1 }}")]
    [TestCase("{%%{ {%{ }%} }%%}", " {%{{%{}%} }%} ")]
    [TestCase("{%%%{ {{ }%}{{ }%%} }%%%}", " {%%{{{ }%}{{}%%} }%%} ")]
    [TestCase("{%{-x-}%}", "x")]
    [TestCase("{ {{- 1 }}", "{%{{}%}{{ 1 }}")]
    public void Text_that_looks_like_code_stays_text(string template, string expected) =>
        Assert.That(Template.Parse(template, "test").ToText(), Is.EqualTo(expected));

    [TestCase("  {{ lines }}", "  {{ lines }}")]
    [TestCase("{{ 1 ~}}\n  {{ lines }}", "{{ 1 ~}}\n  {{ lines }}")]
    [TestCase(" {%{x~}%}\n  {{ lines }}", " x{{ ~}}\n  {{ lines }}")]
    [TestCase("  {{ }}{{ lines }}", "  {{ }}{{ lines }}")]
    [TestCase("  {{ if 1 }}{{ lines; end }}", "  {{ if 1 }}{{ lines\nend }}")]
    [TestCase("{{ if 0 }}\n {{ }}{{ else if {a: (do; lines; end)}; lines; end }}", "{{ if 0 }}\n {{ else if {a: (do; lines; end)}\n  lines\nend }}")]
    [TestCase("  {{~ lines }}", "{{ lines }}")]
    [TestCase("{{ func f; if 1 }}{{ lines; end; end }}\n  {{ f }}", "{{ func f\n  if 1 }}{{ lines\n  end\nend }}\n  {{ f }}")]
    [TestCase("  {{ if 1 }} {{ end; lines }}", "  {{ if 1 }} {{ end\nlines }}")]
    [TestCase("  {{ if 1 }}\n x{{ end }}{{ lines }}", "  {{ if 1 }}\n x{{ end }}{{ lines }}")]
    [TestCase("{{ case 1 }}\n  {{ when 1; lines; end }}", "{{ case 1\nwhen 1\n  lines\nend }}")]
    public void Values_of_several_lines_keep_their_indent(string template, string expected)
    {
        var model = new TemplateObject { ["lines"] = "a\nb" };
        var parsed = Template.Parse(template, "test");

        Assert.That(parsed.ToText(), Is.EqualTo(expected));
        Assert.That(Printed.Complaint(parsed, page => page.Render(model), out _), Is.Null);
    }

    [TestCase("x = 1; if x; x; end", TemplateMode.ScriptOnly, "x = 1\nif x\n  x\nend")]
    [TestCase("+++\nx = 1 ; y = 2\n+++\n\na {{x}}", TemplateMode.FrontMatterAndContent, "+++\nx = 1\ny = 2\n+++\na {{ x }}")]
    [TestCase("+++\nx = 1\n+++\n{{ }} a", TemplateMode.FrontMatterAndContent, "+++\nx = 1\n+++\n{{ }} a")]
    public void Other_modes_print_as_they_are_written(string template, TemplateMode mode, string expected)
    {
        var options = new TemplateOptions { Mode = mode };

        Assert.That(Template.Parse(template, "test", options).ToText(), Is.EqualTo(expected));
        Assert.That(Template.Parse(expected, "test", options).ToText(), Is.EqualTo(expected));
    }

    [Test]
    public void A_template_with_errors_does_not_print()
    {
        var template = Template.Parse("{{ 1 + }}", "broken");

        Assert.That(() => template.ToText(), Throws.TypeOf<TemplateException>().With.Property("Place").EqualTo(template.Messages[0]));
    }
}

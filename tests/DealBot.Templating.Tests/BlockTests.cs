namespace DealBot.Templating.Tests;

public sealed class BlockTests
{
    [TestCase("", "")]
    [TestCase("only text { with } single braces and 100%", "only text { with } single braces and 100%")]
    [TestCase("a{{ 1 }}b{{2}}c", "a1b2c")]
    [TestCase("{{}}", "")]
    [TestCase("{{ 1; 2\n3 }}", "123")]
    [TestCase("{{ a = 1 }}x{{ a }}", "x1")]
    public void Prints_text_and_values_of_code(string template, string expected) => Assert.That(Rendered.Text(template), Is.EqualTo(expected));

    [TestCase("a \n\t {{- 1 }} b", "a1 b")]
    [TestCase("a {{ 1 -}} \n\n b", "a 1b")]
    [TestCase("a\n  {{~ 1 }}", "a\n1")]
    [TestCase("{{ 1 ~}}  \n  b", "1  b")]
    [TestCase("{{ 1 ~}}\n\nb", "1\nb")]
    [TestCase("<ul>\n  {{~ for x in 1..2 ~}}\n  <li>{{ x }}</li>\n  {{~ end ~}}\n</ul>", "<ul>\n  <li>1</li>\n  <li>2</li>\n</ul>")]
    [TestCase("a\r\n{{~ 1 ~}}\r\nb", "a\r\n1b")]
    [TestCase("{{-1-}}", "1")]
    public void Strip_marks_remove_whitespace(string template, string expected) => Assert.That(Rendered.Text(template), Is.EqualTo(expected));

    [TestCase("{%{ {{ raw }} }%}", " {{ raw }} ")]
    [TestCase("{%%{ }%} }%%}", " }%} ")]
    [TestCase("a {%{- b -}%} c", "a b c")]
    [TestCase("{%{}%}x", "x")]
    public void Escape_blocks_are_text(string template, string expected) => Assert.That(Rendered.Text(template), Is.EqualTo(expected));

    [TestCase("{{ 1 # note }}2", "12")]
    [TestCase("{{ # note\n1 }}", "1")]
    [TestCase("{{ ## many\nlines ## 1 }}", "1")]
    [TestCase("{{ ## closed by the block }}x", "x")]
    [TestCase("{{ 1 # note -}}  2", "12")]
    public void Comments_print_nothing(string template, string expected) => Assert.That(Rendered.Text(template), Is.EqualTo(expected));

    [TestCase("   {{ 'a\\nb\\nc' }}!", "   a\n   b\n   c!")]
    [TestCase("  {{ 'a\\nb\\n' }}!", "  a\n  b\n!")]
    [TestCase("x {{ 'a\\nb' }}", "x a\nb")]
    [TestCase("  {{- 'a\\nb' }}", "a\nb")]
    [TestCase("{{ v = 'a\\nb' ~}}\n  {{ v }}", "  a\n  b")]
    public void Lines_of_a_value_are_indented_like_its_block(string template, string expected) =>
        Assert.That(Rendered.Text(template), Is.EqualTo(expected));

    [TestCase("  {{ 'a\nb\n'; 'c\nd' }}", "  a\n  b\n  c\n  d")]
    [TestCase("  {{ 'a\n'; 12; 3 }}", "  a\n  123")]
    [TestCase("  {{ if true }}\n x\n y{{ end }}", "  \n   x\n   y")]
    [TestCase("  {{ if true; 'a\nb'; end }}", "  a\n  b")]
    [TestCase("  {{ if true }}-{{ 'a\nb'; end }}", "  -a\nb")]
    [TestCase("  {{ for x in 1..2 }}{{ x }}\n{{ end }}|", "  1\n2\n|")]
    [TestCase("  {{ for x in 1..2 }}<{{ x }}>\n{{ end; 'z' }}|", "  <1>\n  <2>\n  z|")]
    [TestCase("{{ func f -}}\nr\n  s {{ $0 }}\n{{ end -}}\n-\n {{ f 1 }}", "-\n r\n   s 1\n")]
    [TestCase("{{ func f -}}\nr\ns\n{{ end -}}\n-\n {{ f }}|{{ f }}", "-\n r\n s\n|r\ns\n")]
    [TestCase("{{ func f -}}\nr\n  {{~ 'a\nb' }}\ns{{ end -}}\n-\n {{ f }}", "-\n r\na\nb\n s")]
    [TestCase("  {{ capture c }}a\nb{{ end }}{{ c }}", "  a\n  b")]
    [TestCase("  {{ capture c; 'a\nb'; end; c }}", "  a\n    b")]
    [TestCase("  {{ tablerow x in 1..2; x; end }}", "  <tr class=\"row1\"><td class=\"col1\">1</td></tr>\n  <tr class=\"row2\"><td class=\"col1\">2</td></tr>\n")]
    [TestCase("  {{ $'a{\"\\n\"}b' }}", "  a\n  b")]
    [TestCase("\u3000{{ 'a\nb' }}", "\u3000a\n\u3000b")]
    public void All_that_an_indented_block_writes_is_indented(string template, string expected) =>
        Assert.That(Rendered.Text(template), Is.EqualTo(expected));

    [Test]
    public void The_host_may_turn_indenting_off() =>
        Assert.That(Rendered.Text("  {{ if true }}\nx{{ end; 'a\nb' }}", options: new RenderOptions { AutoIndent = false }), Is.EqualTo("  \nxa\nb"));
}

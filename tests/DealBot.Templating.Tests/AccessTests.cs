namespace DealBot.Templating.Tests;

public sealed class AccessTests
{
    [TestCase("shop.name", "Blue Door")]
    [TestCase("shop['name']", "Blue Door")]
    [TestCase("deals[0].title", "Kettle")]
    [TestCase("deals[-1].title", "Lamp")]
    [TestCase("deals[9]", "")]
    [TestCase("deals.size", "3")]
    [TestCase("shop.missing", "")]
    [TestCase("shop.missing?.deeper", "")]
    [TestCase("missing?.a?.b ?? 'none'", "none")]
    [TestCase("'text'.size", "4")]
    [TestCase("'text'[1]", "e")]
    [TestCase("shop.name.size", "9")]
    [TestCase("(1..5)[2]", "3")]
    [TestCase("[].empty?", "true")]
    [TestCase("shop.blank?", "false")]
    [TestCase("{emptyish: 1}.emptyish ? 2 : 3", "2")]
    [TestCase("5.anything", "")]
    public void Reads_members_and_items(string expression, string expected) => Assert.That(Rendered.Text("{{ " + expression + " }}"), Is.EqualTo(expected));

    [TestCase("a = []; a[2] = 'x'; a", "[null, null, \"x\"]")]
    [TestCase("a = [1, 2]; a[-1] = 9; a", "[1, 9]")]
    [TestCase("a = [1]; a.note = 'n'; a.note + a.size", "n1")]
    [TestCase("o = {}; o.x = 1; o['y z'] = 2; o", "{x: 1, y z: 2}")]
    [TestCase("this.v = 4; v + this['v']", "8")]
    [TestCase("$l = 1; l = 2; $l + '' + l", "12")]
    public void Writes_members_and_items(string code, string expected) => Assert.That(Rendered.Text("{{ " + code + " }}"), Is.EqualTo(expected));

    [Test]
    public void Strict_variables_make_an_unknown_name_an_error()
    {
        var strict = new RenderOptions { StrictVariables = true };

        Assert.That(Rendered.Error("{{ 1 }}{{ nobody }}", strict), Does.StartWith("test(1,11) : error : ").And.Contain("`nobody`"));
    }

    [Test]
    public void A_variable_shadows_a_builtin() => Assert.That(Rendered.Text("{{ string = 3; string }}"), Is.EqualTo("3"));
}

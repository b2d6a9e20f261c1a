using System.Text.Json;

namespace DealBot.Templating.Tests;

public sealed class HostTests
{
    [TestCase("{{ price = 1 }}")]
    [TestCase("{{ this.price = 1 }}")]
    [TestCase("{{ shop.name = 'other' }}")]
    [TestCase("{{ deals[0] = 1; deals[7] = 2; deals.note = 3 }}")]
    [TestCase("{{ deals[0].title = 'other' }}")]
    [TestCase("{{ with shop; name = 'other'; end }}")]
    [TestCase("{{ for d in deals; d.title = 'other'; end }}")]
    [TestCase("{{ import shop; readonly price; capture shop.name; 'x'; end }}")]
    [TestCase("{{ x = shop; x.name = 'other'; y = deals | array.first; y.title = 'other' }}")]
    public void A_template_never_changes_what_the_host_holds(string template)
    {
        var model = Rendered.Model();
        var before = Rendered.Text("{{ this | object.to_json }}", model);

        Rendered.Text(template, model);

        Assert.That(Rendered.Text("{{ this | object.to_json }}", model), Is.EqualTo(before));
    }

    [TestCase("{{ shop.name = 'other'; shop.name }}", "other")]
    [TestCase("{{ x = shop; shop.name = 'other'; x.name }}", "other")]
    [TestCase("{{ deals[0].title = 'Cup'; deals | array.map 'title' | array.join ',' }}", "Cup,Towel,Lamp")]
    [TestCase("{{ date.format = '%Y'; date.parse '2026-11-11' }}", "2026")]
    [TestCase("{{ string.upcase = 1; string.upcase }}", "1")]
    public void A_template_sees_its_own_writes(string template, string expected) => Assert.That(Rendered.Text(template), Is.EqualTo(expected));

    [Test]
    public void Writes_to_builtins_do_not_reach_the_next_rendering()
    {
        Rendered.Text("{{ date.format = '%Y'; string = null }}");

        Assert.That(Rendered.Text("{{ date.parse '2026-11-11' }} {{ string.upcase 'a' }}"), Is.EqualTo("11 Nov 2026 A"));
    }

    [Test]
    public void Renderings_at_the_same_time_do_not_see_each_others_builtins()
    {
        var changing = Template.Parse("{{ string.upcase = n; date.format = '%Y'; array.mine = n; math = null; string.upcase }}", "test");
        var plain = Template.Parse("{{ string.upcase 'a' }}{{ date.parse '2026-11-11' }}{{ array.mine }}{{ math.plus 1 2 }}", "test");
        var results = new string[400];

        Parallel.For(0, results.Length, n => results[n] = n % 2 == 0 ? plain.Render([]) : changing.Render(new TemplateObject { ["n"] = n }));

        Assert.That(results, Is.EqualTo(Enumerable.Range(0, results.Length).Select(n => n % 2 == 0 ? "A11 Nov 20263" : $"{n}")));
    }

    [Test]
    public void One_template_renders_on_many_threads_at_once()
    {
        var template = Template.Parse("{{ func twice(x); ret x * 2; end; for d in deals; d.price = n; d.price | twice; ','; end }}", "test");
        var model = Rendered.Model();
        var results = new string[200];

        Parallel.For(0, results.Length, n =>
        {
            results[n] = template.Render(new TemplateObject { ["n"] = n, ["deals"] = model["deals"] });
        });

        Assert.That(results, Is.EqualTo(Enumerable.Range(0, results.Length).Select(n => string.Concat(Enumerable.Repeat($"{n * 2},", 3)))));
    }

    [Test]
    public void Models_come_from_json()
    {
        using var json = JsonDocument.Parse("""{"a": 1, "b": 5000000000, "c": 12.50, "d": 1e400, "e": [true, null, "x"], "f": {"g": "中"}}""");
        var model = TemplateObject.FromJson(json.RootElement.Clone());

        Assert.Multiple(() =>
        {
            Assert.That(Rendered.Text("{{ a | object.kind }} {{ b | object.kind }} {{ c | object.kind }} {{ c }}", model), Is.EqualTo("int long decimal 12.50"));
            Assert.That(Rendered.Text("{{ e }} {{ f.g }}", model), Is.EqualTo("[true, null, \"x\"] 中"));
        });
    }

    [Test]
    public void Json_that_is_no_object_is_refused()
    {
        using var json = JsonDocument.Parse("[1]");

        Assert.That(() => TemplateObject.FromJson(json.RootElement), Throws.ArgumentException);
    }

    [Test]
    public void Values_of_unknown_kinds_are_refused_when_set() =>
        Assert.That(() => new TemplateObject { ["v"] = new Version(1, 0) }, Throws.ArgumentException.With.Message.Contains("System.Version"));

    [Test]
    public void Values_of_the_host_keep_their_look()
    {
        var model = new TemplateObject
        {
            ["exact"] = 10.00m,
            ["real"] = 0.1,
            ["day"] = new DateTime(2026, 6, 18, 9, 30, 0, DateTimeKind.Utc),
            ["span"] = TimeSpan.FromMinutes(90),
            ["list"] = new object?[] { 1, "b" },
            ["letter"] = 'q',
        };

        Assert.That(Rendered.Text("{{ exact }}|{{ real }}|{{ day }}|{{ day.hour }}|{{ span }}|{{ list }}|{{ letter }}", model),
            Is.EqualTo("10.00|0.1|18 Jun 2026|9|01:30:00|[1, \"b\"]|q"));
    }

    [Test]
    public void Objects_keep_the_order_of_their_members()
    {
        var model = new TemplateObject { { "z", 1 }, { "a", 2 } };
        model.Remove("z");
        model["z"] = 3;

        Assert.Multiple(() =>
        {
            Assert.That(model.Keys, Is.EqualTo(new[] { "a", "z" }));
            Assert.That(model, Has.Count.EqualTo(2));
            Assert.That(model.ContainsKey("z"), Is.True);
            Assert.That(model["missing"], Is.Null);
        });
    }

    [Test]
    public void A_template_with_errors_does_not_render()
    {
        var template = Template.Parse("{{ 1 + }}", "broken");

        Assert.That(() => template.Render([]), Throws.TypeOf<TemplateException>().With.Property("Place").EqualTo(template.Messages[0]));
    }
}

namespace DealBot.Templating.Tests;

public sealed class TemplateObjectTests
{
    [TestCase(3)]
    [TestCase(8)]
    [TestCase(9)]
    [TestCase(200)]
    public void Members_keep_their_order_and_are_found(int count)
    {
        var members = Numbered(count);

        Assert.That(members.Keys, Is.EqualTo(Enumerable.Range(0, count).Select(i => $"m{i}")));
        Assert.That(Enumerable.Range(0, count).Select(i => members[$"m{i}"]), Is.EqualTo(Enumerable.Range(0, count)));
        Assert.That(members.ContainsKey("m"), Is.False);
        Assert.That(members[$"m{count}"], Is.Null);
    }

    [TestCase(3)]
    [TestCase(9)]
    [TestCase(200)]
    public void Removing_a_member_closes_the_gap(int count)
    {
        var members = Numbered(count);

        Assert.That(members.Remove("m1"), Is.True);
        Assert.That(members.Remove("m1"), Is.False);
        members["m1"] = "again";

        Assert.That(members.Keys, Is.EqualTo(Enumerable.Range(0, count).Where(i => i != 1).Append(1).Select(i => $"m{i}")));
        Assert.That(members[$"m{count - 1}"], Is.EqualTo(count - 1));
        Assert.That(members["m1"], Is.EqualTo("again"));
    }

    [Test]
    public void Writing_in_a_template_leaves_a_large_object_of_the_host_alone()
    {
        var members = Numbered(50);
        var model = new TemplateObject { ["o"] = members };

        Assert.That(Rendered.Text("{{ o.m3 = 'new'; o.extra = 1; o.m3; o.m49; o.extra }}", model), Is.EqualTo("new491"));
        Assert.That(members["m3"], Is.EqualTo(3));
        Assert.That(members.Count, Is.EqualTo(50));
    }

    [Test]
    public void Objects_of_different_layouts_may_take_turns()
    {
        var model = new TemplateObject
        {
            ["list"] = new TemplateArray
            {
                new TemplateObject { ["a"] = 1, ["b"] = 2 },
                new TemplateObject { ["b"] = 3, ["a"] = 4 },
                new TemplateObject { ["b"] = 5 },
                Numbered(20),
                new TemplateObject { ["x"] = 0, ["y"] = 0, ["a"] = 6 },
            },
        };

        Assert.That(Rendered.Text("{{ for o in list; with o; o.a; '/'; a; '/'; b; ' '; end; end }}", model), Is.EqualTo("1/1/2 4/4/3 //5 // 6/6/ "));
    }

    [Test]
    public void A_scope_entered_again_does_not_remember_loop_variables() =>
        Assert.That(Rendered.Text("{{ a = {p: 1}; with a; for y in [7]; y; end; end; with a; y ?? 'none'; end }}"), Is.EqualTo("7none"));

    private static TemplateObject Numbered(int count)
    {
        var members = new TemplateObject();
        for (var i = 0; i < count; i++)
            members[$"m{i}"] = i;
        return members;
    }
}

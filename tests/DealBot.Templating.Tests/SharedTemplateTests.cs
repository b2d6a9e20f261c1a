namespace DealBot.Templating.Tests;

/// <summary>One parsed template, many renderings: at once, after each other, and after one that failed.</summary>
public sealed class SharedTemplateTests
{
    private const string Everything = """
        {{~ func badge(price); if price > 40; ret "dear"; else; ret "cheap"; end; end ~}}
        {{~ total = 0 ~}}
        {{~ for deal in deals; with deal ~}}
        {{ for.index }} {{ title | string.upcase | string.pad_right 8 }}|{{ price }} {{ badge price }} {{ $"<{title}:{price * 2}>" }}
        {{ capture line }}{{ title }}{{ capture inner }}({{ price }}){{ end }}{{ inner }}{{ end }}{{ line }}
        {{~ end; total = total + deal.price; end ~}}
        {{ total }} {{ [1, 2] | array.each @(do; ret $0 + 1; end) }}
        """;

    [Test]
    public void Many_threads_render_one_template_to_the_same_text()
    {
        var template = Template.Parse(Everything, "test");
        var expected = template.Render(Rendered.Model());
        var texts = new string[8];

        // Each thread has a model of its own, half of them with their members in another order.
        var threads = texts.Select((_, i) => new Thread(() => texts[i] = RenderOften(template, isReversed: i % 2 == 0))).ToArray();
        foreach (var thread in threads)
            thread.Start();
        foreach (var thread in threads)
            thread.Join();

        Assert.That(expected, Does.Contain("2 LAMP    |42 dear <Lamp:84>").And.Contain("146 [2, 3]"));
        Assert.That(texts, Is.All.EqualTo(expected));
    }

    [Test]
    public void A_rendering_that_failed_leaves_nothing_to_the_next()
    {
        var failing = Template.Parse("lost {{ capture a }} lost too {{ array.first 1 2 3; end }}", "test");
        var template = Template.Parse("a{{ capture x }}b{{ end }}c{{ x }}", "test");

        Assert.That(() => failing.Render([]), Throws.TypeOf<TemplateException>());

        Assert.That(template.Render([]), Is.EqualTo("acb"));
    }

    [Test]
    public void A_rendering_in_a_function_of_another_keeps_its_text_to_itself()
    {
        var inner = Template.Parse("{{ for i in 1..300 }}inner {{ end }}", "inner");
        var options = new RenderOptions { Functions = new TemplateObject { ["size"] = TemplateFunction.From("size", () => inner.Render([]).Length) } };

        Assert.That(Rendered.Text("outer {{ size }} {{ capture c }}[{{ size }}]{{ end }}{{ c }}", options: options), Is.EqualTo("outer 1800 [1800]"));
    }

    [Test]
    public void Captures_may_be_deep_and_long()
    {
        const int depth = 100;
        var template = string.Concat(Enumerable.Range(0, depth).Select(i => $"<{{{{ capture c{i} }}}}"))
            + "{{ 'x' * 5000 }}"
            + string.Concat(Enumerable.Range(0, depth).Reverse().Select(i => $"{{{{ end; c{i} }}}}>"));

        var expected = string.Concat(Enumerable.Repeat("<", depth)) + new string('x', 5000) + string.Concat(Enumerable.Repeat(">", depth));
        Assert.That(Rendered.Text(template), Is.EqualTo(expected));
    }

    private static string RenderOften(Template template, bool isReversed)
    {
        var model = Rendered.Model();
        if (isReversed)
            foreach (var deal in (TemplateArray)model["deals"]!)
                Reverse((TemplateObject)deal!);
        var text = template.Render(model);
        for (var i = 0; i < 200; i++)
            if (template.Render(model) != text)
                return $"The text of rendering {i} differs.";
        return text;
    }

    private static void Reverse(TemplateObject members)
    {
        foreach (var (name, value) in members.Reverse().ToArray())
        {
            members.Remove(name);
            members[name] = value;
        }
    }
}

using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using DealBot.Templating.Types;

namespace DealBot.Templating.Tests;

[SuppressMessage("Performance", "CA1822:Mark members as static", Justification = "Templates see instance properties.")]
public sealed class TemplateTypesTests
{
    private static readonly TemplateTypes Types = new TemplateTypes().Add<Product>().Add<Shop>().Add<IPriced>();

    private static readonly Product Kettle = new()
    {
        ProductName = "Kettle",
        Price = 89.50m,
        Kind = Kind.KitchenWare,
        Shop = new Shop("Blue Door"),
        Tags = ["hot", "new"],
        Sizes = [1, 2],
        Stock = new Dictionary<string, int> { ["Hangzhou East"] = 3 },
        Id = new Guid("0f8fad5b-d9cb-469f-a165-70867728950e"),
        Link = new Uri("https://shop.example/k"),
        Day = new DateOnly(2026, 6, 18),
        Time = new TimeOnly(9, 30),
    };

    [TestCase("ProductName", "product_name")]
    [TestCase("name", "name")]
    [TestCase("HTMLText", "htmltext")]
    [TestCase("PageURL", "page_url")]
    [TestCase("Line2Text", "line2_text")]
    [TestCase("A", "a")]
    [TestCase("My_Name", "my__name")]
    [TestCase("XAxis", "xaxis")]
    public void Names_follow_the_language(string property, string expected) => Assert.That(MemberName.Of(property), Is.EqualTo(expected));

    [TestCase("{{ p.product_name }} {{ p.price }} {{ p['product_name'] }}", "Kettle 89.50 Kettle")]
    [TestCase("{{ p.kind }} {{ p.id }} {{ p.link }}", "KitchenWare 0f8fad5b-d9cb-469f-a165-70867728950e https://shop.example/k")]
    [TestCase("{{ p.day }} {{ p.time }} {{ p.missing }}|{{ p.shop.name }}", "18 Jun 2026 09:30:00 |Blue Door")]
    [TestCase("{{ p.tags | array.join ',' }} {{ p.tags[1] }} {{ p.sizes }} {{ for n in p.numbers; n; end }}", "hot,new new [1, 2] 123")]
    [TestCase("{{ p.stock['Hangzhou East'] }} {{ p.stock }}", "3 {Hangzhou East: 3}")]
    [TestCase("{{ with p; product_name; end; import p.shop; name }}", "KettleBlue Door")]
    [TestCase("{{ p.shop == p.shop }} {{ p.product_name == 'Kettle' }}", "true true")]
    [TestCase("{{ p.shop | object.to_json }} {{ p.shop }} {{ p.shop | object.keys }} {{ p.shop | object.size }}", "{\"name\":\"Blue Door\"} {name: \"Blue Door\"} [\"name\"] 1")]
    [TestCase("{{ p.shop | object.has_key 'name' }} {{ for m in p.shop; m.key; m.value; end }}", "true nameBlue Door")]
    [TestCase("{{ p.get_type }}{{ p.GetType }}{{ p.secret }}{{ p.hidden }}{{ p.to_string }}{{ p.ProductName }}{{ p.shared }}{{ p.write_only }}{{ p.item }}", "")]
    public void Templates_read_what_the_type_declares(string template, string expected) => Assert.That(Render(template), Is.EqualTo(expected));

    [TestCase("{{ p.product_name = 'x' }}", "test(1,6) : error : Cannot set a value for the readonly member: p.product_name")]
    [TestCase("{{ 1; p['price'] = 0 }}", "test(1,9) : error : Cannot set a value for the readonly member `price` in the indexer: p['price']")]
    [TestCase("{{ p.price += 1 }}", "test(1,6) : error : Cannot set a value for the readonly member: p.price")]
    [TestCase("{{ p.shop.name = 'x' }}", "test(1,11) : error : Cannot set a value for the readonly member: p.shop.name")]
    [TestCase("{{ with p; price = 1; end }}", "test(1,12) : error : Cannot set value on the readonly variable `price`")]
    [TestCase("{{ p.tags[0] = 'x' }}", "test(1,4) : error : Cannot set an item of a value of type array: p.tags[0]")]
    [TestCase("a\n{{ p.broken }}", "test(2,6) : error : Cannot read the member `broken` of Product: it is broken")]
    [TestCase("{{ p['broken'] }}", "test(1,4) : error : Cannot read the member `broken` of Product: it is broken")]
    [TestCase("{{ 1; p }}", "Cannot read the member")]
    [TestCase("{{ 1; p | object.to_json }}", "Cannot read the member")]
    [TestCase("{{ [p] | array.map 'broken' }}", "Cannot read the member `broken` of Product: it is broken")]
    [TestCase("{{ with p; broken; end }}", "test(1,12) : error : Cannot read the member `broken` of Product: it is broken")]
    [TestCase("{{ p.unknown }}", "Templates may not read values of type System.Version; it was not added to the types.")]
    [TestCase("{{ p.unknown_list[0] }}", "Templates may not read values of type System.Version; it was not added to the types.")]
    [TestCase("{{ p.by_number }}", "Templates read dictionaries only by string keys")]
    [TestCase("{{ p.endless }}", "The sequence has more than 100000 items")]
    [TestCase("{{ p.self.self.self.broken }}", "it is broken")]
    public void What_templates_may_not_do_is_an_error_with_its_place(string template, string expected)
    {
        var model = new TemplateObject { ["p"] = Types.From(Kettle) };

        var fault = Assert.Throws<TemplateException>(() => Template.Parse(template, "test").Render(model));

        Assert.That(fault!.Message, Does.Contain(expected).And.StartsWith("test("));
        Assert.That(fault.Message, Does.Not.Contain("The template failed"));
        Assert.That(Kettle.ProductName + Kettle.Price, Is.EqualTo("Kettle89.50"));
    }

    [Test]
    public void Members_a_template_attaches_are_its_own()
    {
        Assert.That(Render("{{ p.note = 'mine'; p.note; p.product_name }}"), Is.EqualTo("mineKettle"));
        Assert.That(Render("{{ p.note }}"), Is.Empty);
    }

    [Test]
    public void A_typed_object_may_be_the_model() =>
        Assert.That(Template.Parse("{{ x = product_name; x }}", "test").Render(Types.From(Kettle)), Is.EqualTo("Kettle"));

    [Test]
    public void Types_that_were_not_added_are_refused_at_once()
    {
        Assert.That(() => Types.From(new Version(1, 0)), Throws.ArgumentException.With.Message.Contains("System.Version"));
        Assert.That(() => Types.FromList([new Version(1, 0)]), Throws.ArgumentException);
        Assert.That(() => new TemplateObject { ["v"] = Kettle }, Throws.ArgumentException.With.Message.Contains("TemplateTypes"));
    }

    [Test]
    public void Items_of_a_plain_list_are_looked_at_too()
    {
        var model = new TemplateObject { ["list"] = new List<Version> { new(1, 0) }, ["mixed"] = new object[] { 1, new Version(2, 0) } };

        Assert.That(Rendered.Text("{{ list.size }}{{ mixed[0] }}", model), Is.EqualTo("11"));
        foreach (var template in new[] { "{{ list }}", "{{ list[0] }}", "{{ for v in list; v; end }}", "{{ mixed | array.last }}", "{{ list | array.join '' }}", "{{ mixed | object.to_json }}" })
            Assert.That(() => Template.Parse(template, "test").Render(model),
                Throws.TypeOf<TemplateException>().With.Message.Contains("do not know values of type System.Version"), template);
    }

    [Test]
    public void Derived_types_show_what_the_added_one_declares()
    {
        var types = new TemplateTypes().Add<Shop>().Add<IPriced>();
        var model = new TemplateObject { ["s"] = types.From(new FlagshipShop("Big")), ["p"] = types.From(Kettle) };

        Assert.That(Rendered.Text("{{ s.name }}{{ s.rent }}{{ p.price }}{{ p.product_name }}", model), Is.EqualTo("Big89.50"));
    }

    [Test]
    public void Hosts_may_rename_and_leave_out()
    {
        var types = new TemplateTypes { Rename = property => property.Name, Filter = property => property.GetCustomAttribute<ObsoleteAttribute>() is null };
        types.Add<Shop>().Add<Both>();
        var both = types.From(new Both());

        Assert.That(both.Keys, Is.EqualTo(new[] { "My", "my" }));
        Assert.That(() => new TemplateTypes().Add<Both>(), Throws.ArgumentException.With.Message.Contains("named `my`"));
    }

    [Test]
    public void Anonymous_types_can_be_added()
    {
        var row = new { UserName = "Lin", Points = 7 };

        Assert.That(Rendered.Text("{{ r.user_name }} {{ r.points }}", new TemplateObject { ["r"] = new TemplateTypes().Add(row.GetType()).From(row) }), Is.EqualTo("Lin 7"));
    }

    [Test]
    public void Objects_that_contain_themselves_do_not_print()
    {
        var node = new Node();
        node.Next = node;
        var model = new TemplateObject { ["n"] = new TemplateTypes().Add<Node>().From(node) };

        Assert.That(Rendered.Text("{{ n.next.next.next == n }}", model), Is.EqualTo("true"));
        Assert.That(() => Template.Parse("{{ n }}", "test").Render(model), Throws.TypeOf<TemplateException>().With.Message.Contains("reference loops"));
        Assert.That(() => Template.Parse("{{ n | object.to_json }}", "test").Render(model), Throws.TypeOf<TemplateException>());
    }

    [Test]
    public void A_list_of_the_host_that_fails_is_blamed_where_it_is_read()
    {
        var model = new TemplateObject { ["list"] = new BrokenList() };

        Assert.That(() => Template.Parse("12345{{ for v in list; v; end }}", "test").Render(model),
            Throws.TypeOf<TemplateException>().With.Message.StartsWith("test(1,9)").And.InnerException.InnerException.TypeOf<InvalidOperationException>());
    }

    [TestCase("loop.by_name")]
    [TestCase("loop.items")]
    public void Dictionaries_and_sequences_that_contain_themselves_are_refused(string member)
    {
        var model = new TemplateObject { ["loop"] = new TemplateTypes().Add<Loop>().From(new Loop()) };

        Assert.That(() => Template.Parse("{{ " + member + " }}", "test").Render(model),
            Throws.TypeOf<TemplateException>().With.Message.Contains("contain themselves"));
    }

    [Test]
    public void Many_threads_read_one_registry()
    {
        var template = Template.Parse("{{ for p in list; p.product_name; p.shop.name; p.x = 1; end }}", "test");
        var list = Types.FromList(Enumerable.Repeat(Kettle, 20).ToList());
        var results = new string[100];

        Parallel.For(0, results.Length, i => results[i] = template.Render(new TemplateObject { ["list"] = list }));

        Assert.That(results, Is.All.EqualTo(string.Concat(Enumerable.Repeat("KettleBlue Door", 20))));
    }

    private static string Render(string template) =>
        Template.Parse(template, "test").Render(new TemplateObject { ["p"] = Types.From(Kettle) }, new RenderOptions { LoopLimit = 0 });

    private enum Kind
    {
        Toy,
        KitchenWare,
    }

    private interface IPriced
    {
        decimal Price { get; }
    }

    private sealed class Product : IPriced
    {
        public static string Shared => "static";

        public required string ProductName { get; set; }

        public required decimal Price { get; set; }

        public Kind Kind { get; init; }

        public required Shop Shop { get; init; }

        public string[] Tags { get; init; } = [];

        public List<int> Sizes { get; init; } = [];

        public IEnumerable<int> Numbers => Enumerable.Range(1, 3);

        public IEnumerable<int> Endless => Enumerable.Range(1, int.MaxValue);

        public Dictionary<string, int> Stock { get; init; } = [];

        public Dictionary<int, int> ByNumber { get; } = new() { [1] = 1 };

        public Guid Id { get; init; }

        public Uri? Link { get; init; }

        public DateOnly Day { get; init; }

        public TimeOnly Time { get; init; }

        public string Broken => throw new InvalidOperationException("it is broken");

        public Version Unknown => new(1, 0);

        public Version[] UnknownList => [new(1, 0)];

        public Product Self => this;

        public string WriteOnly
        {
            set => ProductName = value;
        }

        internal string Hidden => "internal";

        public string this[int index] => $"{index}";

        private string Secret => "private";

        public override string ToString() => "leak" + Secret;
    }

    private class Shop(string name)
    {
        public string Name { get; } = name;
    }

    private sealed class FlagshipShop(string name) : Shop(name)
    {
        public int Rent => 1;
    }

    private sealed class Both
    {
        public int My => 1;

#pragma warning disable IDE1006 // The name that clashes.
        public int my => 2;
#pragma warning restore IDE1006

        [Obsolete("gone")]
        public int Old => 3;
    }

    private sealed class BrokenList : IReadOnlyList<object?>
    {
        public int Count => 1;

        public object? this[int index] => throw new InvalidOperationException("the list is broken");

        public IEnumerator<object?> GetEnumerator() => throw new InvalidOperationException("the list is broken");

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }

    private sealed class Loop
    {
        public Loop() => ByName["self"] = ByName;

        public Dictionary<string, object> ByName { get; } = [];

        public IEnumerable<object> Items => Enumerable.Range(1, 2).Select(_ => (object)Items);
    }

    private sealed class Node
    {
        public Node? Next { get; set; }
    }
}

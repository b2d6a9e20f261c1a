namespace DealBot.EndToEnd.Commands;

public sealed class RenderCommandTests
{
    private SampleTree _tree = null!;

    [SetUp]
    public void Copy() => _tree = new SampleTree();

    [TearDown]
    public void Remove() => _tree.Dispose();

    [Test]
    public async Task Copy_is_printed_with_prices_and_link()
    {
        var ended = await _tree.RunAsync("render", "templates/copy/mama.sbn-txt");

        Assert.That(ended.Code, Is.Zero, ended.Errors);
        Assert.That(ended.Output, Does.Contain("24.9").And.Contain("https://deal.example.cn/g/"));
    }

    [TestCase("poster.svg", "<svg")]
    [TestCase("poster.png", "\u0089PNG")]
    [TestCase("poster.jpg", "\u00FF\u00D8\u00FF")]
    public async Task Poster_is_written_in_the_format_of_the_file_name(string name, string beginning)
    {
        var ended = await _tree.RunAsync("render", "templates/posters/classic.sbn-svg", "--out", name);

        Assert.That(ended.Code, Is.Zero, ended.Errors);
        Assert.That(System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(_tree.File(name))), Does.StartWith(beginning));
    }

    [Test]
    public async Task Data_of_ones_own_is_rendered()
    {
        File.WriteAllText(_tree.File("hello.sbn-txt"), "你好，{{ name }}，{{ 1 + 1 }} 件");
        File.WriteAllText(_tree.File("data.json"), """{ "name": "张姐" }""");

        var ended = await _tree.RunAsync("render", "hello.sbn-txt", "--data", "data.json");

        Assert.That(ended.Output, Is.EqualTo("你好，张姐，2 件\n").Or.EqualTo("你好，张姐，2 件\r\n"));
    }

    [TestCase("好价\n{{ for deal in deals }}", "broken.sbn-txt(", TestName = "Template_that_does_not_parse_is_named_with_the_place")]
    [TestCase("好价\n{{ nobody.name.first }}", "broken.sbn-txt(2,", TestName = "Template_that_fails_is_named_with_the_place")]
    [TestCase("{{ include 'nowhere.sbn-txt' }}", "broken.sbn-txt(1,", TestName = "Template_that_includes_nothing_is_named_with_the_place")]
    public async Task Broken_template_ends_with_1(string template, string place)
    {
        File.WriteAllText(_tree.File("broken.sbn-txt"), template);

        var ended = await _tree.RunAsync("render", "broken.sbn-txt");

        Assert.That(ended.Code, Is.EqualTo(1));
        Assert.That(ended.Errors, Does.Contain(place));
        Assert.That(ended.Output, Is.Empty);
    }

    [TestCase("render", "templates/copy/nowhere.sbn-txt")]
    [TestCase("render", "templates/copy/mama.sbn-txt", "--data", "nowhere.json")]
    [TestCase("render", "templates/copy/mama.sbn-txt", "--out", "nowhere/out.txt")]
    public async Task File_that_is_missing_ends_with_1_and_no_stack_trace(params string[] args)
    {
        var ended = await _tree.RunAsync(args);

        Assert.That(ended.Code, Is.EqualTo(1));
        Assert.That(ended.Errors, Does.Contain("nowhere").And.Not.Contain("   at "));
    }
}

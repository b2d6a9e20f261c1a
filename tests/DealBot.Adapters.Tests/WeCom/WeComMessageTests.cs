using System.Text;
using DealBot.Adapters.WeCom;
using DealBot.Contracts;

namespace DealBot.Adapters.Tests.WeCom;

public sealed class WeComMessageTests
{
    private WeComStage _stage = null!;

    [SetUp]
    public async Task SetStage() => _stage = await WeComStage.SetAsync();

    [TearDown]
    public async Task CloseStage() => await _stage.DisposeAsync();

    [Test]
    public async Task Cuts_a_long_title_between_characters_as_readers_see_them()
    {
        // 8 families of 25 bytes are 200 bytes: 5 fit into 128 with the ellipsis.
        const string Family = "👨‍👩‍👧‍👦";
        Assert.That(Encoding.UTF8.GetByteCount(Family), Is.EqualTo(25));

        await _stage.SendAsync(Some.News(title: string.Concat(Enumerable.Repeat(Family, 8))));

        Assert.That(_stage.Simulator.Received.Single().Title, Is.EqualTo(string.Concat(Enumerable.Repeat(Family, 5)) + "…"));
    }

    [Test]
    public async Task Cuts_a_long_description_to_what_the_platform_shows()
    {
        await _stage.SendAsync(Some.News(description: new string('好', 200)));

        Assert.That(_stage.Simulator.Received.Single().Articles[0].Description, Is.EqualTo(new string('好', 169) + "…"));
    }

    [TestCase("www.example.com/a")]
    [TestCase("ftp://u.example/a")]
    public async Task Refuses_a_card_whose_link_is_not_of_the_web(string url)
    {
        Assert.That(await _stage.SendAsync(Some.News(url: url)), Is.InstanceOf<SendResult.Rejected>());
        Assert.That(_stage.Calls, Is.Zero);
    }

    [Test]
    public async Task Refuses_a_card_without_title()
    {
        Assert.That(await _stage.SendAsync(Some.News(title: " ")), Is.InstanceOf<SendResult.Rejected>());
        Assert.That(_stage.Calls, Is.Zero);
    }

    [Test]
    public async Task Refuses_markdown_over_its_own_limit()
    {
        Assert.That(await _stage.SendAsync(new OutgoingMessage.Markdown(new string('a', 4097))), Is.InstanceOf<SendResult.Rejected>());
        Assert.That(_stage.Calls, Is.Zero);
    }

    [TestCase(WeComMarkdown.V1, "markdown")]
    [TestCase(WeComMarkdown.V2, "markdown_v2")]
    public async Task Sends_markdown_in_the_dialect_of_the_robot(WeComMarkdown dialect, string type)
    {
        var adapter = _stage.NewAdapter(new WeComRobot { Key = RobotKeys.One, Markdown = dialect });

        await adapter.SendAsync(Some.Request("main", new OutgoingMessage.Markdown("| 券后 | 原价 |")), CancellationToken.None);

        Assert.That(_stage.Simulator.Received.Single().MsgType, Is.EqualTo(type));
    }

    [Test]
    public async Task Sends_a_JPG_that_was_called_a_PNG()
    {
        var result = await _stage.SendAsync(new OutgoingMessage.Image(Some.Jpeg.ToArray(), "image/png"));

        Assert.That(result, Is.InstanceOf<SendResult.Sent>());
    }

    [Test]
    public async Task Leaves_out_control_characters_that_JSON_could_only_escape()
    {
        await _stage.SendAsync(new OutgoingMessage.Text("好价\u0000\u0007\u001f\n第二行"));

        Assert.That(_stage.Simulator.Received.Single().Text, Is.EqualTo("好价\n第二行"));
    }
}

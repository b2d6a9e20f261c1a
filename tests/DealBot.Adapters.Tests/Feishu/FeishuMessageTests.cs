using DealBot.Contracts;

namespace DealBot.Adapters.Tests.Feishu;

public sealed class FeishuMessageTests
{
    [Test]
    public async Task Text_below_a_picture_is_read_as_it_was_written_and_its_links_lead_somewhere()
    {
        await using var stage = await FeishuStage.SetAsync();
        const string text = "*爆款* [自营] 券后 9.9 元 😀\n\n领券 https://u.example/a_b?x=1&y=2，快";

        await stage.SendAsync(new OutgoingMessage.Captioned(Some.Picture, text));

        Assert.That(((OutgoingMessage.Captioned)stage.Delivered().Single()).Content, Is.EqualTo(text));
        var lines = stage.Simulator.Received.Single().Content.GetProperty("post").GetProperty("zh_cn").GetProperty("content");
        Assert.That(lines[0].GetArrayLength(), Is.EqualTo(1), "a picture has a line of its own");
        Assert.That(lines[3][1].GetProperty("href").GetString(), Is.EqualTo("https://u.example/a_b?x=1&y=2"));
    }

    [Test]
    public async Task A_card_shows_its_lines_unharmed()
    {
        await using var stage = await FeishuStage.SetAsync();

        await stage.SendAsync(Some.Card("*爆款* [自营]") with { Content = "# 一_二_三\n[四]", Facts = [new CardFact("券_后", "¥9.9*2")] });

        var elements = stage.Simulator.Received.Single().Content.GetProperty("body").GetProperty("elements");
        Assert.That(SeenMarkdown.Text(elements[0].GetProperty("content").GetString()!), Is.EqualTo("# 一_二_三\n[四]"));
        Assert.That(((OutgoingMessage.Card)stage.Delivered().Single()).Facts, Is.EqualTo(new[] { new CardFact("券_后", "¥9.9*2") }));
    }

    [Test]
    public async Task A_message_that_grows_over_20_KB_by_its_markup_is_not_sent()
    {
        await using var stage = await FeishuStage.SetAsync();

        Assert.That(await stage.SendAsync(new OutgoingMessage.Text(new string('"', 15_000))), Is.InstanceOf<SendResult.Rejected>());
        Assert.That(await stage.SendAsync(new OutgoingMessage.Captioned(Some.Picture, string.Concat(Enumerable.Repeat("字\n", 3_000)))), Is.InstanceOf<SendResult.Rejected>());
        Assert.That((stage.Calls, stage.Simulator.TokensGiven), Is.EqualTo((0, 0)), "nothing is uploaded for it either");
    }
}

using DealBot.Contracts;

namespace DealBot.Adapters.Tests.DingTalk;

public sealed class DingTalkMessageTests
{
    [TestCase("*爆款* _限时_ #1 [自营] `5*3` \\n ~~¥9.9~~ a|b <b>好价</b> &copy;")]
    [TestCase("# 今日好价\n> 引用\n- 一\n+ 二\n1. 三\n=== \n9.9 元，-5 元")]
    [TestCase("券后 9.9 元 😀\n\n领券 https://u.example/a_b_c?x=1&y=*2 抢\n（https://u.example/d）。")]
    public async Task Text_below_a_picture_is_read_as_it_was_written(string text)
    {
        await using var stage = await DingTalkStage.SetAsync();

        await stage.SendAsync(new OutgoingMessage.Captioned(Some.Picture, text));

        var markdown = stage.Simulator.Received.Single().Content.GetProperty("text").GetString()!;
        Assert.That(SeenMarkdown.Text(markdown), Is.EqualTo(text));
        Assert.That(SeenMarkdown.Pictures(markdown), Is.EqualTo(new[] { "https://deal.example.cn/p/1.png" }));
    }

    [Test]
    public async Task Links_below_a_picture_lead_where_they_led()
    {
        await using var stage = await DingTalkStage.SetAsync();

        await stage.SendAsync(new OutgoingMessage.Captioned(Some.Picture, "领券 https://u.example/a_b_c?x=1&y=*2，或 http://u.example/(d)/e."));

        var markdown = stage.Simulator.Received.Single().Content.GetProperty("text").GetString()!;
        Assert.That(SeenMarkdown.Links(markdown), Is.EqualTo(new[] { "https://u.example/a_b_c?x=1&y=*2", "http://u.example/%28d%29/e" }));
    }

    [Test]
    public async Task Titles_in_lists_of_chats_are_the_first_words()
    {
        await using var stage = await DingTalkStage.SetAsync();

        await stage.SendAsync(new OutgoingMessage.Captioned(Some.Picture, "\n 纸尿裤 L 码 \n券后 9.9"));
        await stage.SendAsync(new OutgoingMessage.Markdown("### 今日好价\n内容"));
        await stage.SendAsync(Some.Picture);

        Assert.That(stage.Simulator.Received.Select(received => received.Content.GetProperty("title").GetString()), Is.EqualTo(new[] { "纸尿裤 L 码", "今日好价", "[图片]" }));
    }

    [Test]
    public async Task A_card_shows_picture_lines_and_facts_unharmed()
    {
        await using var stage = await DingTalkStage.SetAsync();
        var card = Some.Card("*爆款* [自营]\n纸尿裤") with { Content = "第一行\n# 第二行", PictureUrl = new Uri("https://img.example/1.jpg"), Facts = [new CardFact("券_后", "¥9.9*2")] };

        await stage.SendAsync(card);

        var content = stage.Simulator.Received.Single().Content;
        Assert.That(content.GetProperty("title").GetString(), Is.EqualTo("*爆款* [自营] 纸尿裤"));
        Assert.That(
            SeenMarkdown.Text(content.GetProperty("text").GetString()!),
            Is.EqualTo("### *爆款* [自营] 纸尿裤\n\n第一行\n# 第二行\n\n- 券_后：**¥9.9*2**"));
        Assert.That(((OutgoingMessage.Card)stage.Delivered().Single()).Facts, Is.EqualTo(card.Facts));
    }

    [Test]
    public async Task A_message_that_grows_over_the_limit_by_its_markup_is_not_sent()
    {
        await using var stage = await DingTalkStage.SetAsync();

        var result = (SendResult.Rejected)await stage.SendAsync(new OutgoingMessage.Text(new string('"', 15_000)));

        Assert.That(result.Field, Is.Null, "another message may be short enough");
        Assert.That(result.Reason.En, Does.Contain("20000"));
        Assert.That(stage.Calls, Is.Zero);
    }

    [Test]
    public async Task A_picture_without_a_public_address_is_not_sent_and_the_setting_is_named()
    {
        await using var stage = await DingTalkStage.SetAsync();

        var result = (SendResult.Rejected)await stage.SendAsync(Some.Picture with { PublicUrl = null });

        Assert.That(result.Reason.Zh, Does.Contain("PublicBaseUrl"));
        Assert.That(stage.Calls, Is.Zero);
    }
}

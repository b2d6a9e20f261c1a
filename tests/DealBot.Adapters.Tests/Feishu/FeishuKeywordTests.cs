using DealBot.Contracts;

namespace DealBot.Adapters.Tests.Feishu;

public sealed class FeishuKeywordTests
{
    [Test]
    public async Task A_message_that_the_robot_would_not_post_is_refused_before_the_call_with_what_to_do()
    {
        await using var stage = await FeishuStage.SetAsync(keywords: ["好价", "券后"]);

        var result = (SendResult.Rejected)await stage.SendAsync(new OutgoingMessage.Text("今日 9.9 元"));

        Assert.That(result.Field, Is.Null, "another message may hold a keyword");
        Assert.That(result.Reason.Zh, Does.Contain("好价、券后").And.Contain("写进模板"));
        Assert.That(stage.Calls, Is.Zero);
    }

    [Test]
    public async Task Where_a_link_leads_does_not_count()
    {
        await using var stage = await FeishuStage.SetAsync(keywords: ["好价"]);

        Assert.That(await stage.SendAsync(Some.News(description: "今日", url: "https://u.example/好价")), Is.InstanceOf<SendResult.Rejected>());
        Assert.That(stage.Calls, Is.Zero);
    }

    [Test]
    public async Task Messages_with_a_keyword_anywhere_are_posted_and_a_bare_picture_is_given_one()
    {
        await using var stage = await FeishuStage.SetAsync(keywords: ["好价", "券后"]);
        OutgoingMessage[] messages =
        [
            new OutgoingMessage.Text("券后 9.9 元"), new OutgoingMessage.Markdown("**今日好价**"), Some.News(), Some.Card(),
            new OutgoingMessage.Captioned(Some.Picture, "券后 9.9 元"), Some.Picture,
        ];

        foreach (var message in messages)
        {
            Assert.That(await stage.SendAsync(message), Is.InstanceOf<SendResult.Sent>(), $"{message}");
            stage.Time.Advance(TimeSpan.FromSeconds(1));
        }
    }

    [Test]
    public async Task Keywords_that_the_settings_lack_are_named_when_Feishu_asks_for_them()
    {
        await using var stage = await FeishuStage.SetAsync(keywords: ["好价"]);

        var result = (SendResult.Rejected)await stage.NewAdapter().SendAsync(Some.Request("main"), CancellationToken.None);

        Assert.That(result.Field, Is.EqualTo("Keywords"));
    }
}

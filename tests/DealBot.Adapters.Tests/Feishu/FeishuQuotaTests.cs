using DealBot.Contracts;

namespace DealBot.Adapters.Tests.Feishu;

public sealed class FeishuQuotaTests
{
    [Test]
    public async Task Keeps_the_sixth_message_of_a_second_back_without_a_call()
    {
        await using var stage = await FeishuStage.SetAsync();
        await SendAsync(stage, 5);

        var result = (SendResult.Throttled)await stage.SendAsync();

        Assert.That((result.Delay, result.IsOwnCount), Is.EqualTo((TimeSpan.FromSeconds(1), true)));
        Assert.That(stage.Calls, Is.EqualTo(5));
    }

    [Test]
    public async Task Keeps_the_101st_message_of_a_minute_back_without_a_call()
    {
        await using var stage = await FeishuStage.SetAsync();
        for (var second = 0; second < 20; second++)
        {
            await SendAsync(stage, 5);
            stage.Time.Advance(TimeSpan.FromSeconds(1));
        }

        var result = (SendResult.Throttled)await stage.SendAsync();

        Assert.That((result.Delay, result.IsOwnCount), Is.EqualTo((TimeSpan.FromSeconds(40), true)));
        Assert.That(stage.Calls, Is.EqualTo(100));
    }

    [Test]
    public async Task Is_quiet_for_a_minute_when_Feishu_counts_more()
    {
        await using var stage = await FeishuStage.SetAsync();
        await SendAsync(stage, 5);

        var result = (SendResult.Throttled)await stage.NewAdapter().SendAsync(Some.Request("main"), CancellationToken.None);

        Assert.That((result.Delay, result.IsOwnCount), Is.EqualTo((TimeSpan.FromMinutes(1), false)));
    }

    private static async Task SendAsync(FeishuStage stage, int messages)
    {
        for (var message = 0; message < messages; message++)
            Assert.That(await stage.SendAsync(), Is.InstanceOf<SendResult.Sent>());
    }
}

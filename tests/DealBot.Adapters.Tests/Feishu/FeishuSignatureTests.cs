using DealBot.Adapters.Feishu;
using DealBot.Contracts;

namespace DealBot.Adapters.Tests.Feishu;

public sealed class FeishuSignatureTests
{
    [TestCase("demo", 1_599_360_473, "l1N0gAcBjdwBvGm1xMjOF0XSyaLRpR7tuO5dHfhAYc8=")]
    [TestCase("dealbotFeishuSecret", 1_760_000_000, "jwuNW5GaJPs+kvrVnPMZk7Rjts7XzH2WbdNcLwMaJWo=")]
    public void The_signature_is_that_of_the_reference(string secret, long seconds, string sign)
    {
        var signature = FeishuSignature.Of(secret, DateTimeOffset.FromUnixTimeSeconds(seconds));

        Assert.That((signature.Timestamp, signature.Sign), Is.EqualTo(($"{seconds}", sign)));
    }

    [Test]
    public async Task A_signed_message_is_taken_and_one_with_another_secret_or_none_is_not()
    {
        await using var stage = await FeishuStage.SetAsync();

        var right = await stage.SendAsync();
        var wrong = (SendResult.Rejected)await stage.NewAdapter(FeishuStage.Robot with { Secret = "other" }).SendAsync(Some.Request("main"), CancellationToken.None);
        var none = (SendResult.Rejected)await stage.NewAdapter(FeishuStage.Robot with { Secret = "" }).SendAsync(Some.Request("main"), CancellationToken.None);

        Assert.That(right, Is.InstanceOf<SendResult.Sent>());
        Assert.That((wrong.Field, none.Field), Is.EqualTo(("Secret", "Secret")));
    }

    [Test]
    public async Task A_clock_that_is_an_hour_off_is_named()
    {
        await using var stage = await FeishuStage.SetAsync();
        var late = new ManualTime();
        late.Advance(TimeSpan.FromMinutes(61));

        var result = (SendResult.Rejected)await stage.NewAdapter(time: late).SendAsync(Some.Request("main"), CancellationToken.None);

        Assert.That(result.Reason.Zh, Does.Contain("本机时钟"));
    }
}

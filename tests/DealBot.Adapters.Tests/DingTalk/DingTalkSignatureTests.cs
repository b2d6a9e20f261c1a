using DealBot.Adapters.DingTalk;
using DealBot.Contracts;

namespace DealBot.Adapters.Tests.DingTalk;

public sealed class DingTalkSignatureTests
{
    [Test]
    public async Task A_signed_call_is_taken_and_one_with_another_secret_is_not()
    {
        await using var stage = await DingTalkStage.SetAsync();

        var right = await stage.SendAsync();
        var wrong = (SendResult.Rejected)await stage.NewAdapter(secret: "SECother").SendAsync(Some.Request("main"), CancellationToken.None);
        var none = (SendResult.Rejected)await stage.NewAdapter(secret: "").SendAsync(Some.Request("main"), CancellationToken.None);

        Assert.That(right, Is.InstanceOf<SendResult.Sent>());
        Assert.That((wrong.Field, none.Field), Is.EqualTo(("Secret", "Secret")));
        Assert.That(wrong.Reason.En, Does.Contain("check the robot's Secret"));
    }

    [Test]
    public async Task A_clock_that_is_an_hour_off_is_named()
    {
        await using var stage = await DingTalkStage.SetAsync();
        var late = new ManualTime();
        late.Advance(TimeSpan.FromMinutes(61));

        var result = (SendResult.Rejected)await stage.NewAdapter(time: late).SendAsync(Some.Request("main"), CancellationToken.None);

        Assert.That(result.Field, Is.EqualTo("Secret"));
        Assert.That(result.Reason.Zh, Does.Contain("校准本机时钟"));
    }

    [Test]
    public void The_signature_is_that_of_the_reference()
    {
        var signature = DingTalkSignature.Of("SECdealbot0123456789", DateTimeOffset.FromUnixTimeMilliseconds(1_760_000_000_000))!;

        Assert.That((signature.Timestamp, signature.Sign), Is.EqualTo(("1760000000000", "c564Vbdpqn0iJ2OUU3j9G0fmhsL+GjLeb+9IYYDQmdA=")));
    }
}

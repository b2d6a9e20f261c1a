using DealBot.Contracts;
using DealBot.Core.Links;
using DealBot.Core.Tests.Fakes;

namespace DealBot.Core.Tests.Links;

public sealed class NetworkLanesTests
{
    private static readonly IAffiliateNetwork[] Accounts = [new FakeNetwork(), new FakeNetwork(account: "li"), new FakeNetwork("pdd")];

    [TestCase(1)]
    [TestCase(4)]
    public async Task What_goes_wrong_with_one_account_comes_to_light_when_the_others_are_done(int parallelism)
    {
        var done = 0;

        await Assert.ThrowsAsync<FormatException>(() => NetworkLanes.ForEachAsync(
            Accounts,
            parallelism,
            async (account, token) =>
            {
                await Task.Yield();
                token.ThrowIfCancellationRequested();
                _ = account == Accounts[0] ? throw new FormatException() : Interlocked.Increment(ref done);
            },
            default));

        Assert.That(done, Is.EqualTo(2));
    }

    [Test]
    public void A_stop_ends_them_all()
    {
        using var stop = new CancellationTokenSource();
        var begun = 0;

        Assert.That(
            () => NetworkLanes.ForEachAsync(
                Accounts,
                1,
                (_, token) =>
                {
                    begun++;
                    stop.Cancel();
                    return Task.FromCanceled(token);
                },
                stop.Token),
            Throws.InstanceOf<OperationCanceledException>());

        Assert.That(begun, Is.EqualTo(1));
    }
}

using DealBot.Contracts;
using DealBot.Core.Accounts;
using DealBot.Core.Posting;
using DealBot.Core.Tests.Fakes;
using Microsoft.Extensions.Logging.Abstractions;

namespace DealBot.Core.Tests.Accounts;

public sealed class AccountWatchTests
{
    [Test]
    public void An_owner_is_told_of_a_stop_before_it_is_kept_so_that_no_crash_can_come_between()
    {
        using var config = new ConfigFolder();
        var told = new ToldNotices();
        var watch = new AccountWatch(
            new FakeAccountStore { SaveFault = new IOException("killed here") }, told, new PostingScope(new Dictionary<string, IMessagingAdapter>(), new PublicLinks(new Uri("https://d.example/")), config.Open(), new PostingOptions()), new TestClock(Some.Morning), NullLogger<AccountWatch>.Instance);
        var change = watch.Judge(new AccountKey("preview", "demo"), AccountState.Fresh, new SendResult.Blocked(Some.Phrase), new FakeAdapter().Limits);

        Assert.That(async () => await watch.KeepAsync(change), Throws.InstanceOf<IOException>());

        Assert.That(told.Told.Select(notice => notice.Kind), Is.EqualTo(new[] { "account_blocked" }));
    }
}

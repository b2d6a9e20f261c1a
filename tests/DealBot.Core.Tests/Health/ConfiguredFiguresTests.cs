using DealBot.Contracts;
using DealBot.Core.Configuration;
using DealBot.Core.Health;
using DealBot.Core.Links;
using DealBot.Core.Tests.Fakes;

namespace DealBot.Core.Tests.Health;

public sealed class ConfiguredFiguresTests
{
    private ConfigFolder _folder = null!;

    [SetUp]
    public void SetUp() => _folder = new ConfigFolder();

    [TearDown]
    public void TearDown() => _folder.Dispose();

    [Test]
    public async Task Accounts_that_were_taken_out_of_the_settings_are_not_shown()
    {
        var figures = await ReadAsync(new FakeNetwork());

        Assert.That(figures.Links.Select(state => (state.Network, state.Account)), Is.EqualTo(new[] { ("jd", "main") }));
        Assert.That(figures.Orders.Select(known => (known.Network, known.Account)), Is.EqualTo(new[] { ("jd", "main") }));
    }

    [Test]
    public async Task Test_links_of_an_account_that_no_group_posts_through_any_more_are_not_shown_but_its_orders_are()
    {
        _folder.Edit(OwnersFile.Name, "{ \"jd\": \"main\" }", "{ \"pdd\": \"main\" }");

        var figures = await ReadAsync(new FakeNetwork(), new FakeNetwork("pdd"));

        Assert.That(figures.Links.Select(state => state.Network), Is.EqualTo(new[] { "pdd" }));
        Assert.That(figures.Orders.Select(known => known.Network), Is.EqualTo(new[] { "jd", "pdd" }));
    }

    [Test]
    public async Task Without_test_links_what_they_showed_once_is_not_shown() =>
        Assert.That((await ReadAsync(minutes: 0, new FakeNetwork())).Links, Is.Empty);

    private Task<ServiceFigures> ReadAsync(params IAffiliateNetwork[] networks) => ReadAsync(60, networks);

    private Task<ServiceFigures> ReadAsync(int minutes, params IAffiliateNetwork[] networks) =>
        new ConfiguredFigures(new Known(), networks, _folder.Open(), new ConversionOptions { CanaryMinutes = minutes }).ReadAsync(Some.Morning, default);

    /// <summary>What a database knows that has seen accounts come and go.</summary>
    private sealed class Known : IServiceFigures
    {
        private static readonly (string Network, string Account)[] Ever = [("jd", "gone"), ("jd", "main"), ("pdd", "main")];

        public Task<ServiceFigures> ReadAsync(DateTimeOffset now, CancellationToken cancellationToken) => Task.FromResult(new ServiceFigures
        {
            Due = 0,
            OldestDue = null,
            Ahead = 0,
            LastDay = new Dictionary<string, long>(),
            Clicks = 0,
            Orders = [.. Ever.Select(account => new OrdersKnown(account.Network, account.Account, now))],
            Links = [.. Ever.Select(account => new CanaryState { Network = account.Network, Account = account.Account, IsBroken = true })],
            LatestSent = null,
        });

        public Task<IReadOnlyList<SentPost>> SentAsync(DateTimeOffset after, DateTimeOffset until, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<IReadOnlyList<AccountLoad>> LoadsAsync(DateTimeOffset now, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}

using Dapper;
using DealBot.Contracts;
using DealBot.Core.Configuration;
using DealBot.Core.Metrics;
using DealBot.Core.Orders;
using DealBot.Core.Shares;
using DealBot.Host.Composition;
using DealBot.Host.Jobs;
using DealBot.Host.Tests.Plugins;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DealBot.Host.Tests.Jobs;

/// <summary>An edit is told twice: to the log in English, on the screen in the language of whoever looks on.</summary>
public sealed class ConfigurationReloadTests
{
    private LogLines _log = null!;
    private readonly List<string> _screen = [];

    private readonly TestClock _clock = new(Some.Morning);
    private ServiceFolder _folder = null!;
    private Foundation _foundation = null!;
    private ServiceProvider _services = null!;

    [SetUp]
    public async Task SetUpAsync()
    {
        _clock.Now = Some.Morning;
        _log = new LogLines();
        _folder = new ServiceFolder();
        _foundation = await _folder.LayAsync(_clock);
        _services = new ServiceCollection().AddLogging().AddDealBot(_foundation).BuildServiceProvider();
    }

    [TearDown]
    public async Task TearDownAsync()
    {
        _screen.Clear();
        await _services.DisposeAsync();
        _foundation.Dispose();
        _folder.Dispose();
        _log.Dispose();
    }

    [TestCase(Language.Chinese, "配置有误，继续使用上一份正确的配置：\ngroups.json $.groups[0].ower: 没有这个配置项")]
    [TestCase(Language.English, "the configuration is faulty, the last good one stays in force:\ngroups.json $.groups[0].ower: no such setting")]
    public async Task A_faulty_edit_is_shown_with_its_place_in_the_readers_language(Language language, string shown)
    {
        _folder.Write("groups.json", """{ "groups": [{ "id": "mama-1", "name": "宝妈群", "ower": "li", "adapter": "preview", "address": "demo", "audience": "mama", "schedule": "day" }] }""");

        await ReloadAsync(language);

        Assert.That(_screen.Single(), Does.StartWith(shown));
        Assert.That(_log.Lines.Single().Text, Does.Contain("groups.json $.groups[0].ower: no such setting"));
    }

    [TestCase(Language.Chinese, "配置已更新，下一个时刻起生效")]
    [TestCase(Language.English, "configuration taken over, in force from the next slot on")]
    public async Task A_good_edit_is_shown_in_the_readers_language(Language language, string shown)
    {
        _folder.Write("audiences.json", """{ "audiences": [{ "id": "mama", "name": "宝宝妈妈" }] }""");

        await ReloadAsync(language);

        Assert.That(_screen, Is.EqualTo(new[] { shown }));
    }

    [Test]
    public async Task Whose_groups_are_whose_is_on_record_from_the_first_round_on_and_after_each_edit()
    {
        await ReloadAsync(Language.Chinese);
        var first = await OwnersAsync();
        _folder.Write("groups.json", """{ "groups": [{ "id": "mama-9", "name": "宝妈群", "owner": "li", "adapter": "preview", "address": "demo", "audience": "mama", "schedule": "day" }] }""");
        await ReloadAsync(Language.Chinese);

        Assert.That(first, Is.EqualTo(new[] { "mama-1 li" }));
        Assert.That(await OwnersAsync(), Is.EqualTo(new[] { "mama-9 li" }));
    }

    [Test]
    public async Task An_account_is_its_new_holders_from_the_edit_on_and_not_from_the_next_order()
    {
        await ReloadAsync(Language.Chinese);
        _folder.Write("owners.json", """{ "owners": [{ "id": "wang", "name": "王站长", "networkAccounts": { "jd": "li" }, "digest": { "at": "22:00", "adapter": "preview", "address": "li" } }] }""");
        _folder.Write("groups.json", """{ "groups": [{ "id": "mama-1", "name": "宝妈群", "owner": "wang", "adapter": "preview", "address": "demo", "audience": "mama", "schedule": "day" }] }""");
        await ReloadAsync(Language.Chinese);
        _clock.Advance(TimeSpan.FromHours(2));

        Assert.That(await HolderAsync(Some.Morning.AddSeconds(-1)), Is.EqualTo("li"));
        Assert.That(await HolderAsync(Some.Morning.AddHours(1)), Is.EqualTo("wang"), "ordered after the edit, synced an hour later");
    }

    private async Task<string?> HolderAsync(DateTimeOffset orderedAt) => await _services.GetRequiredService<AccountOwners>().AtAsync("jd", "li", orderedAt, CancellationToken.None);

    private Task<List<string>> OwnersAsync() => _foundation.Database.ReadAsync(
        connection => connection.Query<string>("SELECT group_id || ' ' || owner_id FROM group_owners").ToList(), CancellationToken.None);

    private Task ReloadAsync(Language language) => new ConfigurationReload(
        _services.GetRequiredService<LiveConfiguration>(),
        _services.GetRequiredService<ShareTerms>(),
        _services.GetRequiredService<AccountOwners>(),
        _services.GetRequiredService<GroupOwnership>(),
        new OwnerScreen(language, _screen.Add),
        _log.CreateLogger<ConfigurationReload>()).RunAsync(CancellationToken.None);
}

using DealBot.Contracts;

namespace DealBot.Host.Tests.Settings;

public sealed class SettingsLoaderTests
{
    private const string Account = """{ "AppKey": "key", "AppSecret": "s3cret", "UnionId": "1", "SiteId": "2" }""";

    [Test]
    public void File_without_settings_gives_the_defaults()
    {
        var (settings, faults) = SettingsFileText.Bind("{}");

        Assert.That(faults, Is.Empty);
        Assert.That(settings!.Listen, Is.EqualTo("http://0.0.0.0:8080"));
        Assert.That(settings.Networks.Jd, Is.Null);
    }

    [Test]
    public void Numbers_and_truths_may_stand_as_text()
    {
        var (settings, _) = SettingsFileText.Bind("""{ "DealBot": { "Catalog": { "SyncMinutes": "45" }, "Storage": { "SyncEveryCommit": "false" } } }""");

        Assert.That(settings!.Catalog.SyncMinutes, Is.EqualTo(45));
        Assert.That(settings.Storage.SyncEveryCommit, Is.False);
    }

    [Test]
    public void Groups_may_be_named_by_their_numbers()
    {
        var (settings, faults) = SettingsFileText.Bind("""
            { "DealBot": { "Adapters": { "OneBot": {
                "Bots": { "10001000": { "Url": "http://127.0.0.1:3000", "AccessToken": "t0ken-of-the-bot" } },
                "Groups": { "123456": { "Bot": "10001000", "GroupId": "123456" } } } } } }
            """);

        Assert.That(faults, Is.Empty);
        Assert.That(settings!.Adapters.OneBot!.Groups.Keys, Is.EqualTo(["123456"]));
    }

    [Test]
    public void Unknown_setting_is_named_with_the_nearest_one()
    {
        var (settings, faults) = SettingsFileText.Bind("""{ "DealBot": { "Catalog": { "SyncMinute": 45 } } }""");

        Assert.That(settings, Is.Null);
        Assert.That(faults.Single().Path, Is.EqualTo("$.DealBot.Catalog.SyncMinute"));
        Assert.That(faults.Single().In(Language.Chinese), Does.Contain("没有这个配置项").And.Contain("syncMinutes").IgnoreCase);
    }

    [TestCase("https://www.example.cn/me", false)]
    [TestCase("*.example.cn", true)]
    [TestCase("www.example.cn", true)]
    public void Hosts_that_messages_may_lead_to_are_hosts_alone(string host, bool fine)
    {
        var (_, faults) = SettingsFileText.Bind($$"""{ "DealBot": { "Links": { "AllowedHosts": ["{{host}}"] } } }""");

        Assert.That(faults.Select(fault => fault.Path), Is.EqualTo(fine ? Array.Empty<string>() : ["$.DealBot.Links.AllowedHosts[0]"]));
    }

    [Test]
    public void Wrong_type_names_file_path_and_remedy()
    {
        var (_, faults) = SettingsFileText.Bind("""{ "DealBot": { "Catalog": { "SyncMinutes": "many" } } }""");

        Assert.That(faults.Single().In(Language.Chinese), Does.StartWith("appsettings.json $.DealBot.Catalog.SyncMinutes: ").And.Contain("many").And.Contain("整数"));
    }

    [Test]
    public void Faults_name_the_file_that_was_read()
    {
        var (_, faults) = SettingsFileText.Bind("""{ "DealBot": { "Catalog": { "SyncMinutes": "many" } } }""", "shop.json");

        Assert.That(faults.Single().File, Is.EqualTo("shop.json"));
    }

    [Test]
    public void Value_out_of_range_is_told_the_range()
    {
        var (_, faults) = SettingsFileText.Bind("""{ "DealBot": { "Posting": { "FreshMinutes": 0 } } }""");

        Assert.That(faults.Single().Path, Is.EqualTo("$.DealBot.Posting.FreshMinutes"));
        Assert.That(faults.Single().Remedy.Zh, Is.EqualTo("1 到 720"));
    }

    [Test]
    public void Links_that_are_to_work_for_longer_than_posts_are_kept_are_a_fault()
    {
        var (_, faults) = SettingsFileText.Bind("""{ "DealBot": { "Clicks": { "LinkDays": 401 } } }""");

        Assert.That(faults.Single().Path, Is.EqualTo("$.DealBot.Clicks.LinkDays"));
        Assert.That(faults.Single().Remedy.En, Does.Contain("KeepPostDays (400)"));
    }

    [TestCase("deal.example.cn")]
    [TestCase("ftp://deal.example.cn")]
    [TestCase("https://deal.example.cn/?from=group")]
    public void Public_address_that_no_member_could_open_is_refused(string address)
    {
        var (_, faults) = SettingsFileText.Bind($$"""{ "DealBot": { "PublicBaseUrl": "{{address}}" } }""");

        Assert.That(faults.Select(fault => fault.Path), Is.EqualTo(new[] { "$.DealBot.PublicBaseUrl" }));
    }

    [TestCase("0.0.0.0:8080")]
    [TestCase("8080")]
    [TestCase("https")]
    public void Listening_address_that_is_none_is_refused(string address)
    {
        var (_, faults) = SettingsFileText.Bind($$"""{ "DealBot": { "Listen": "{{address}}" } }""");

        Assert.That(faults.Select(fault => fault.Path), Is.EqualTo(new[] { "$.DealBot.Listen" }));
    }

    [TestCase("http://*:8080")]
    [TestCase("http://+:8080")]
    [TestCase("http://[::]:8080")]
    public void Listening_address_may_be_every_address(string address) =>
        Assert.That(SettingsFileText.Bind($$"""{ "DealBot": { "Listen": "{{address}}" } }""").Faults, Is.Empty);

    [Test]
    public void All_faults_of_all_parts_are_told_at_once()
    {
        var (_, faults) = SettingsFileText.Bind(
            """
            { "DealBot": {
              "Catalog": { "SyncMinutes": 1 },
              "Images": { "TimeoutSeconds": 900 },
              "Networks": { "Jd": { "Accounts": { "zhang": { "AppKey": "", "AppSecret": "s3 cret", "UnionId": "abc", "SiteId": "2" } } } },
              "Adapters": { "WeCom": { "Robots": { "a": { "Key": "no-key" } } } }
            } }
            """);

        Assert.That(faults.Select(fault => fault.Path), Is.EquivalentTo(new[]
        {
            "$.DealBot.Catalog.SyncMinutes",
            "$.DealBot.Images.TimeoutSeconds",
            "$.DealBot.Networks.Jd.Accounts.zhang.AppKey",
            "$.DealBot.Networks.Jd.Accounts.zhang.AppSecret",
            "$.DealBot.Networks.Jd.Accounts.zhang.UnionId",
            "$.DealBot.Adapters.WeCom.Robots.a.Key",
        }));
    }

    [TestCase("""{ "AppKey": "key", "AppSecret": ["s3cret"], "UnionId": "1", "SiteId": "2" }""")]
    [TestCase("""{ "AppKey": "key", "AppSecret": { "s3cret": "s3cret" }, "UnionId": "1", "SiteId": "2" }""")]
    [TestCase("""{ "AppKey": "key", "AppSecret": "s3cret\n", "UnionId": "1", "SiteId": "2" }""")]
    [TestCase("""{ "AppKey": "key", "AppSecret": "x", "AccessToken": ["s3cret"], "UnionId": "1", "SiteId": "2" }""")]
    public void Faults_never_show_a_secret(string account)
    {
        var (_, faults) = SettingsFileText.Bind($$"""{ "DealBot": { "Networks": { "Jd": { "Accounts": { "zhang": {{account}} } } } } }""");

        Assert.That(faults, Is.Not.Empty);
        Assert.That(faults.Select(fault => fault.In(Language.Chinese) + fault.In(Language.English)), Has.None.Contains("s3cret"));
    }

    [Test]
    public void Settings_as_text_show_no_secret()
    {
        var (settings, _) = SettingsFileText.Bind($$"""
            { "DealBot": {
              "Networks": { "Jd": { "Accounts": { "zhang": {{Account}} } } },
              "Adapters": { "WeCom": { "Robots": { "a": { "Key": "5ec4e700-0000-4000-8000-000000000001" } } } }
            } }
            """);

        Assert.That($"{settings} {settings!.Networks.Jd!.Accounts["zhang"]} {settings.Adapters.WeCom!.Robots["a"]}", Does.Not.Contain("s3cret").And.Not.Contain("5ec4e700"));
    }
}

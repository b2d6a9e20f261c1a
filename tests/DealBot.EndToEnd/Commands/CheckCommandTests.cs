namespace DealBot.EndToEnd.Commands;

public sealed class CheckCommandTests
{
    private SampleTree _tree = null!;

    [SetUp]
    public void Copy() => _tree = new SampleTree();

    [TearDown]
    public void Remove() => _tree.Dispose();

    [Test]
    public async Task Repository_s_own_configuration_passes()
    {
        var ended = await _tree.RunAsync("check", "--offline");

        Assert.That(ended.Code, Is.Zero, ended.Errors);
        Assert.That(ended.Output, Does.Contain("配置 ✓").And.Contain("一切正常"));
    }

    [Test]
    public async Task Group_whose_orders_can_only_be_inferred_is_named_with_what_is_missing()
    {
        _tree.Edit("config/groups.json", ", \"positions\": { \"jd\": \"3100000103\" }", "");

        var ended = await _tree.RunAsync("check", "--offline");

        Assert.That(ended.Code, Is.Zero, ended.Errors);
        Assert.That(ended.Output, Does.Contain("jd/wang").And.Contain("还差 1 个推广位").And.Contain("home-a").And.Not.Contain("campus-a"));
    }

    [Test]
    public async Task A_position_written_as_in_earlier_releases_is_told_how_to_be_written_now()
    {
        _tree.Edit("config/groups.json", "\"positions\": { \"jd\": \"3100000103\" }", "\"positionId\": \"3100000103\"");

        var ended = await _tree.RunAsync("check", "--offline");

        Assert.That(ended.Code, Is.EqualTo(1));
        Assert.That(ended.Errors, Does.Contain("$.groups[11].positionId").And.Contain("\"positions\": { \"jd\": "));
    }

    [Test]
    public async Task Bot_where_nothing_can_be_heard_is_noted()
    {
        _tree.Edit("config/groups.json", "\"id\": \"mama-b\",", "\"id\": \"mama-b\", \"bot\": true,");
        _tree.Edit("config/groups.json", "\"id\": \"neighbour-b\",", "\"id\": \"neighbour-b\", \"bot\": true,");

        var ended = await _tree.RunAsync("check", "--offline");

        Assert.That(ended.Code, Is.Zero, ended.Errors);
        Assert.That(ended.Output, Does.Contain("群 mama-b 开了机器人").And.Not.Contain("neighbour-b 开了机器人"));
    }

    [Test]
    public async Task Bot_of_a_customer_group_and_commanders_that_nobody_can_be_are_noted()
    {
        _tree.Edit("appsettings.json", "\"Preview\": {", """
            "WeComTask": {
              "CorpId": "ww1a2b3c4d5e6f7a8b", "Secret": "put-your-own-0001",
              "Chats": { "customers": { "ChatId": "wrOgQhDgAAMYQiS5ol9G7gK9JVAAAA", "Sender": "zhangsan" } },
              "Callback": { "Token": "cb", "EncodingAesKey": "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C" }
            },
            "Telegram": { "Bots": { "haojia": { "Token": "123456:ABCdefGHIjklMNOpqrSTUvwxYZ0123456789" } } },
            "Preview": {
            """);
        _tree.Edit("config/groups.json", "\"adapter\": \"wecom\", \"address\": \"mama-b\"", "\"bot\": true, \"adapter\": \"wecomtask\", \"address\": \"customers\"");
        _tree.Edit("config/owners.json", "\"name\": \"张姐\",", "\"name\": \"张姐\", \"commanders\": { \"wecom\": [\"zhang\"], \"telegram\": [\"12345678\", \"@zhang\"], \"wecomtask\": [\"zhang\"] },");

        var ended = await _tree.RunAsync("check", "--offline");

        Assert.That(ended.Code, Is.Zero, ended.Errors);
        Assert.That(ended.Output, Does.Contain("群 mama-b 开了机器人，但 wecomtask 收不到"), "what customers write is told to nobody");
        Assert.That(ended.Output, Does.Contain("commanders.wecom：").And.Not.Contain("commanders.wecomtask"));
        Assert.That(ended.Output, Does.Contain("commanders.telegram[1]：@zhang").And.Not.Contain("telegram[0]"));
    }

    [Test]
    public async Task Every_fault_is_named_at_once_with_file_and_path()
    {
        _tree.Edit("config/owners.json", "\"inviterPercents\": [5]", "\"inviterPercents\": [5, 5]");
        _tree.Edit("config/groups.json", "\"id\": \"mama-b\", \"name\": \"团团妈好物分享\", \"owner\": \"zhang\"", "\"id\": \"mama-b\", \"name\": \"团团妈好物分享\", \"owner\": \"zhan\"");
        _tree.Edit("config/schedules.json", "0 20 8-21 * * ?", "0 20 8-25 * * ?");
        _tree.Edit("config/campaigns.json", "\"to\": \"2026-06-20\"", "\"to\": \"2026-06-10\"");
        _tree.Edit("config/audiences.json", "\"otherCategories\": 0.7", "\"otherCategory\": 0.7");

        var ended = await _tree.RunAsync("check", "--offline");

        Assert.That(ended.Code, Is.EqualTo(1));
        var faults = ended.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.That(faults.Select(fault => fault.Split(": ")[0]), Is.EquivalentTo(new[]
        {
            "owners.json $.owners[0].shares.inviterPercents",
            "groups.json $.groups[1].owner",
            "schedules.json $.schedules[0].rules[2].cron",
            "campaigns.json $.campaigns[0].to",
            "audiences.json $.audiences[1].otherCategory",
            "配置有 5 处错误",
        }));
        Assert.That(ended.Errors, Does.Contain("zhang（是不是拼错了？）").And.Contain("otherCategories（是不是拼错了？）"));
    }

    [Test]
    public async Task Faults_are_told_in_English_on_request()
    {
        _tree.Edit("config/campaigns.json", "\"to\": \"2026-06-20\"", "\"to\": \"2026-06-10\"");

        var ended = await _tree.RunAsync("check", "--offline", "--lang", "en");

        Assert.That(ended.Code, Is.EqualTo(1));
        Assert.That(ended.Errors, Does.Contain("campaigns.json $.campaigns[0].to: ends before it begins").And.Contain("1 fault in the configuration"));
    }

    [TestCase("https://deal.example.cn", false)]
    [TestCase("http://localhost:8080", true)]
    public async Task Public_address_from_which_a_platform_could_fetch_no_pictures_is_noted(string publicBaseUrl, bool noted)
    {
        _tree.Edit("appsettings.json", "https://deal.example.cn", publicBaseUrl);
        _tree.Edit("appsettings.json", "\"Preview\":", "\"DingTalk\": { \"Robots\": { \"mama-a\": { \"AccessToken\": \"0123456789abcdef0123456789abcdef\" } } },\n      \"Preview\":");
        _tree.Edit("config/groups.json", "\"adapter\": \"wecom\", \"address\": \"mama-a\"", "\"adapter\": \"dingtalk\", \"address\": \"mama-a\"");

        var ended = await _tree.RunAsync("check", "--offline");

        Assert.That(ended.Code, Is.Zero, ended.Errors);
        Assert.That(ended.Output.Contains("提示：dingtalk 按网址取图", StringComparison.Ordinal), Is.EqualTo(noted), ended.Output);
    }

    [Test]
    public async Task Broken_template_is_named_although_no_group_uses_it()
    {
        File.WriteAllText(_tree.File("templates/copy/draft.sbn-txt"), "好价\n{{ if deals.size > 1 }}");

        var ended = await _tree.RunAsync("check", "--offline");

        Assert.That(ended.Code, Is.EqualTo(1));
        Assert.That(ended.Errors, Does.Contain("copy/draft.sbn-txt("));
        Assert.That(ended.Output, Does.Contain("模板 copy/mama.sbn-txt ✓"));
    }

    [Test]
    public async Task Fault_in_a_part_is_told_once_with_its_line_and_the_templates_that_need_it_are_named()
    {
        _tree.Edit("templates/copy/_parts/words.sbn-txt", "slot.number % lines.size", "slot.number %");

        var ended = await _tree.RunAsync("check", "--offline");

        Assert.That(ended.Code, Is.EqualTo(1));
        Assert.That(ended.Errors.Split("\n  20 |"), Has.Length.EqualTo(2), ended.Errors);
        Assert.That(ended.Errors, Does.Contain("模板错误：copy/_parts/words.sbn-txt(20,").And.Contain("\n  20 |   ret lines[slot.number %]").And.Contain("模板错误：copy/mama.sbn-txt"));
    }

    [Test]
    public async Task Template_that_takes_a_coupon_for_granted_is_named_with_the_sample_that_has_none()
    {
        File.WriteAllText(_tree.File("templates/copy/draft.sbn-txt"), "{{ deal.title }} 券 {{ deal.coupon.amount }} 元");

        var ended = await _tree.RunAsync("check", "--offline", "--lang", "en");

        Assert.That(ended.Code, Is.EqualTo(1));
        Assert.That(ended.Errors, Does.Contain("copy/draft.sbn-txt(1,").And.Contain("one deal without coupon"));
    }

    [Test]
    public async Task Poster_that_declares_a_title_as_markup_is_named()
    {
        File.WriteAllText(_tree.File("templates/posters/draft.sbn-svg"), "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"750\" height=\"300\"><text>{{ poster.markup deal.title }}</text></svg>");

        var ended = await _tree.RunAsync("check", "--offline");

        Assert.That(ended.Code, Is.EqualTo(1));
        Assert.That(ended.Errors, Does.Contain("posters/draft.sbn-svg").And.Contain("poster.text"));
    }

    [Test]
    public async Task Service_refuses_to_start_with_a_bad_configuration()
    {
        _tree.Edit("config/schedules.json", "0 20 8-21 * * ?", "every hour");

        var ended = await _tree.RunAsync("run");

        Assert.That(ended.Code, Is.EqualTo(1));
        Assert.That(ended.Errors, Does.Contain("schedules.json $.schedules[0].rules[2].cron"));
    }
}

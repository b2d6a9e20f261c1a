using DealBot.Contracts;
using DealBot.Core.Configuration;
using DealBot.Core.Tests.Fakes;

namespace DealBot.Core.Tests.Configuration;

public sealed class ConfigurationLoaderTests
{
    private ConfigFolder _folder = null!;

    [SetUp]
    public void SetUp() => _folder = new ConfigFolder();

    [TearDown]
    public void TearDown() => _folder.Dispose();

    [Test]
    public void Loads_a_good_folder()
    {
        var (configuration, faults) = _folder.Load();

        Assert.That(faults, Is.Empty);
        Assert.That(configuration!.Groups.Select(group => group.Id), Is.EqualTo(new[] { "mama-1", "mama-2" }));
        Assert.That(configuration.Owner("li").Digest.At, Is.EqualTo(new TimeOnly(21, 30)));
        Assert.That(configuration.Owner("li").Shares!.Levels.Single().Percent, Is.EqualTo(Rate.FromPercent(20)));
        Assert.That(configuration.Schedule("day").QuietHours!.To, Is.EqualTo(new TimeOnly(7, 30)));
        Assert.That(configuration.Audience("mama").WeightOf("母婴"), Is.EqualTo(2));
        Assert.That(configuration.Campaigns.Single().Filter!.MaxPrice, Is.EqualTo(Money.FromYuan(50)));
        Assert.That(configuration.Selection.Filter.MinCommissionPercent, Is.EqualTo(new Rate(150)));
    }

    [Test]
    public void What_is_left_out_has_its_default()
    {
        var group = _folder.Load().Configuration!.FindGroup("mama-1")!;

        Assert.That(group.TimeZone, Is.EqualTo("Asia/Shanghai"));
        Assert.That(group.Filter, Is.Null);
        Assert.That(_folder.Load().Configuration!.Selection.AdLawWords, Does.Contain("国家级"));
    }

    [Test]
    public void Bot_is_off_and_nobody_commands_unless_said()
    {
        var configuration = _folder.Load().Configuration!;

        Assert.That(configuration.Groups.Select(group => group.Bot), Is.All.False);
        Assert.That(configuration.Owner("li").Commanders, Is.Empty);
        Assert.That(configuration.Bot.Words.Find, Is.EqualTo(new[] { "找", "搜", "find" }));
    }

    [TestCase("""{ "mostDeals": 6 }""", "$.bot.mostDeals")]
    [TestCase("""{ "perMemberPerMinute": 0 }""", "$.bot.perMemberPerMinute")]
    [TestCase("""{ "perGroupPerMinute": 601 }""", "$.bot.perGroupPerMinute")]
    [TestCase("""{ "words": { "find": [] } }""", "$.bot.words.find")]
    [TestCase("""{ "words": { "find": ["帮我 找"] } }""", "$.bot.words.find[0]")]
    [TestCase("""{ "words": { "post": ["发", "恢复"] } }""", "$.bot.words.post[1]")]
    public void Bot_that_can_not_work_is_refused(string bot, string path)
    {
        _folder.Write(BotFile.Name, $$"""{ "bot": {{bot}} }""");

        Assert.That(_folder.Load().Faults.Select(fault => (fault.File, fault.Path)), Is.EqualTo(new[] { (BotFile.Name, path) }));
    }

    [TestCase("""{ "telegramm": ["1"] }""", "$.owners[0].commanders.telegramm")]
    [TestCase("""{ "preview": [" "] }""", "$.owners[0].commanders.preview[0]")]
    public void Commander_of_nowhere_or_without_an_id_is_refused(string commanders, string path)
    {
        _folder.Edit(OwnersFile.Name, "\"networkAccounts\"", $"\"commanders\": {commanders}, \"networkAccounts\"");

        Assert.That(_folder.Load().Faults.Select(fault => (fault.File, fault.Path)), Is.EqualTo(new[] { (OwnersFile.Name, path) }));
    }

    [Test]
    public void Campaigns_and_selection_may_be_missing()
    {
        _folder.Delete(CampaignsFile.Name);
        _folder.Delete(SelectionFile.Name);

        var (configuration, faults) = _folder.Load();

        Assert.That(faults, Is.Empty);
        Assert.That(configuration!.Campaigns, Is.Empty);
        Assert.That(configuration.Selection.Weights.Discount, Is.EqualTo(2));
    }

    [TestCase(OwnersFile.Name)]
    [TestCase(GroupsFile.Name)]
    [TestCase(SchedulesFile.Name)]
    [TestCase(AudiencesFile.Name)]
    public void A_file_that_is_needed_and_missing_is_named(string name)
    {
        _folder.Delete(name);

        var fault = TheFault();

        Assert.That((fault.File, fault.Path), Is.EqualTo((name, "$")));
        Assert.That(fault.Problem.En, Is.EqualTo("file not found"));
        Assert.That(fault.Remedy.En, Does.Contain(_folder.Path));
    }

    [Test]
    public void A_missing_folder_is_a_fault_and_no_crash()
    {
        var (configuration, faults) = ConfigurationLoader.Load(System.IO.Path.Combine(_folder.Path, "nowhere"), ConfigFolder.Surroundings);

        Assert.That(configuration, Is.Null);
        Assert.That(faults, Has.Count.EqualTo(4));
    }

    [Test]
    public void A_file_that_is_not_utf8_is_refused_rather_than_turned_into_garbage()
    {
        // 啊 as GBK writes it.
        File.WriteAllBytes(System.IO.Path.Combine(_folder.Path, GroupsFile.Name), [(byte)'"', 0xB0, 0xA1, (byte)'"']);

        var fault = _folder.Load().Faults.First(fault => fault.File == GroupsFile.Name);

        Assert.That(fault.Remedy.Zh, Does.Contain("UTF-8"));
    }

    [Test]
    public void Broken_json_is_named_with_its_line()
    {
        _folder.Write(AudiencesFile.Name, "{\n  \"audiences\": [\n    { \"id\": \"mama\" \"name\": \"宝妈\" }\n  ]\n}");

        var fault = TheFault();

        Assert.That((fault.File, fault.Path), Is.EqualTo((AudiencesFile.Name, "$")));
        Assert.That(fault.Problem.En, Does.Contain("line 3"));
        Assert.That(fault.Problem.Zh, Does.Contain("第 3 行"));
    }

    [TestCase("")]
    [TestCase("{")]
    [TestCase("null")]
    [TestCase("[]")]
    [TestCase("\"text\"")]
    public void A_file_that_is_no_object_is_a_fault(string text)
    {
        _folder.Write(AudiencesFile.Name, text);

        Assert.That(TheFault().File, Is.EqualTo(AudiencesFile.Name));
    }

    // Structure.
    [TestCase(GroupsFile.Name, "\"audience\": \"mama\", \"schedule\": \"day\" },\n    { \"id\": \"mama-2\"", "\"audience\": \"mama\", \"schedul\": \"x\", \"schedule\": \"day\" },\n    { \"id\": \"mama-2\"", "$.groups[0].schedul", null, "no such setting", "schedule (misspelt?)")]
    [TestCase(GroupsFile.Name, "\"name\": \"宝妈二群\",", "", "$.groups[1].name", null, "missing", "text, for example")]
    [TestCase(GroupsFile.Name, "\"name\": \"宝妈二群\"", "\"name\": 5", "$.groups[1].name", "5", "bad value", "text, for example")]
    [TestCase(GroupsFile.Name, "\"name\": \"宝妈二群\"", "\"name\": null", "$.groups[1].name", "null", "bad value", "text, for example")]
    [TestCase(GroupsFile.Name, "\"name\": \"宝妈二群\"", "\"name\": \"a\", \"name\": \"b\"", "$.groups[1].name", "\"b\"", "written twice", "keep one")]
    [TestCase(SchedulesFile.Name, "[\"09:00\", \"21:00\"]", "\"09:00\"", "$.schedules[0].rules[0].at", "\"09:00\"", "wrong type", "an array")]
    [TestCase(SchedulesFile.Name, "\"21:00\"", "\"24:00\"", "$.schedules[0].rules[0].at[1]", "\"24:00\"", "bad value", "a time of day")]
    [TestCase(SchedulesFile.Name, "[{ \"at\": [\"09:00\", \"21:00\"] }]", "[null]", "$.schedules[0].rules[0]", "null", "wrong type", "an object")]
    [TestCase(CampaignsFile.Name, "\"2026-06-16\"", "\"16.6.2026\"", "$.campaigns[0].from", "\"16.6.2026\"", "bad value", "a date")]
    [TestCase(CampaignsFile.Name, "\"minPrice\": 5", "\"minPrice\": \"5\"", "$.campaigns[0].filter.minPrice", "\"5\"", "bad value", "an amount in yuan")]
    [TestCase(CampaignsFile.Name, "\"minPrice\": 5", "\"minPrice\": 1e30", "$.campaigns[0].filter.minPrice", "1e30", "bad value", "an amount in yuan")]
    [TestCase(CampaignsFile.Name, "\"minPrice\": 5", "\"repeatDays\": 1.5", "$.campaigns[0].filter.repeatDays", "1.5", "bad value", "a whole number")]
    [TestCase(CampaignsFile.Name, "\"name\": \"618\"", "\"name\": \"618\", \"audiences\": [null]", "$.campaigns[0].audiences[0]", "null", "bad value", "text, for example")]
    [TestCase(OwnersFile.Name, "{ \"jd\": \"main\" }", "{ \"jd\": null }", "$.owners[0].networkAccounts.jd", "null", "bad value", "text, for example")]
    [TestCase(SelectionFile.Name, "\"weights\"", "\"adLawWords\": [null], \"weights\"", "$.selection.adLawWords[0]", "null", "bad value", "text, for example")]
    // References.
    [TestCase(GroupsFile.Name, "\"adapter\": \"preview\", \"address\": \"demo2\"", "\"adapter\": \"wecon\", \"address\": \"demo2\"", "$.groups[1].adapter", "wecon", "no such adapter", "wecom (misspelt?)")]
    [TestCase(GroupsFile.Name, "\"demo2\"", "\"elsewhere\"", "$.groups[1].address", "elsewhere", "does not know this address", "DealBot:Adapters")]
    [TestCase(OwnersFile.Name, "\"address\": \"owner\"", "\"address\": \"nobody\"", "$.owners[0].digest.address", "nobody", "does not know this address", "DealBot:Adapters")]
    [TestCase(OwnersFile.Name, "{ \"jd\": \"main\" }", "{ \"jdd\": \"main\" }", "$.owners[0].networkAccounts.jdd", "jdd", "no such network", "jd (misspelt?)")]
    [TestCase(OwnersFile.Name, "{ \"jd\": \"main\" }", "{ \"jd\": \"main\", \"vip\": \"main\" }", "$.owners[0].networkAccounts.vip", "vip", "no account of this network", "Networks:Vip:Accounts")]
    [TestCase(OwnersFile.Name, "{ \"jd\": \"main\" }", "{ \"jd\": \"second\" }", "$.owners[0].networkAccounts.jd", "second", "no such network account", "main")]
    [TestCase(OwnersFile.Name, "{ \"jd\": \"main\" }", "{}", "$.owners[0].networkAccounts", "{}", "no network account", "at least one")]
    [TestCase(CampaignsFile.Name, "\"name\": \"618\"", "\"name\": \"618\", \"schedule\": \"dya\"", "$.campaigns[0].schedule", "dya", "no such schedule", "day (misspelt?)")]
    [TestCase(CampaignsFile.Name, "\"name\": \"618\"", "\"name\": \"618\", \"audiences\": [\"papa\"]", "$.campaigns[0].audiences[0]", "papa", "no such audience", "mama")]
    [TestCase(GroupsFile.Name, "\"id\": \"mama-2\"", "\"positions\": { \"jdd\": \"3001\" }, \"id\": \"mama-2\"", "$.groups[1].positions.jdd", "jdd", "no such network", "jd (misspelt?)")]
    [TestCase(GroupsFile.Name, "\"id\": \"mama-2\"", "\"positions\": { \"jd\": \"30 01\" }, \"id\": \"mama-2\"", "$.groups[1].positions.jd", "30 01", "no promotion position", "3100000101")]
    [TestCase(GroupsFile.Name, "\"id\": \"mama-2\"", "\"positions\": { \"taobao\": \"mm_12_34_56\" }, \"id\": \"mama-2\"", "$.groups[1].positions.taobao", "mm_12_34_56", "a whole PID", "the last part alone, 56")]
    [TestCase(GroupsFile.Name, "\"id\": \"mama-2\"", "\"positions\": \"3001\", \"id\": \"mama-2\"", "$.groups[1].positions", "\"3001\"", "wrong type", "object")]
    [TestCase(GroupsFile.Name, "\"id\": \"mama-2\"", "\"positionId\": \"3001\", \"id\": \"mama-2\"", "$.groups[1].positionId", "\"3001\"", "go by network now", "\"positions\": { \"jd\": ")]
    // Identity.
    [TestCase(GroupsFile.Name, "\"id\": \"mama-2\"", "\"id\": \"mama-1\"", "$.groups[1].id", "mama-1", "duplicate id", "$.groups[0]")]
    [TestCase(GroupsFile.Name, "\"id\": \"mama-2\"", "\"id\": \"Mama_2\"", "$.groups[1].id", "Mama_2", "bad id", "lower-case")]
    // Time.
    [TestCase(SchedulesFile.Name, "\"at\": [\"09:00\", \"21:00\"]", "\"cron\": \"0 0 25 * * ?\"", "$.schedules[0].rules[0].cron", "0 0 25 * * ?", "bad cron expression", "six fields")]
    [TestCase(SchedulesFile.Name, "\"at\": [\"09:00\", \"21:00\"]", "\"cron\": \"*/5 * * * *\"", "$.schedules[0].rules[0].cron", "*/5 * * * *", "bad cron expression", "six fields")]
    [TestCase(SchedulesFile.Name, "\"at\": [\"09:00\", \"21:00\"]", "\"cron\": \"\"", "$.schedules[0].rules[0].cron", "", "bad cron expression", "six fields")]
    [TestCase(SchedulesFile.Name, "\"at\": [\"09:00\", \"21:00\"]", "\"cron\": \"每天九点\"", "$.schedules[0].rules[0].cron", "每天九点", "bad cron expression", "six fields")]
    [TestCase(SchedulesFile.Name, "\"at\": [\"09:00\", \"21:00\"]", "\"deals\": 2", "$.schedules[0].rules[0]", null, "exactly one of at and cron", "\"at\":")]
    [TestCase(SchedulesFile.Name, "{ \"at\": [\"09:00\", \"21:00\"] }", "{ \"at\": [\"09:00\"], \"deals\": 10 }", "$.schedules[0].rules[0].deals", "10", "out of range", "1 to 9")]
    [TestCase(SchedulesFile.Name, "[{ \"at\": [\"09:00\", \"21:00\"] }]", "[]", "$.schedules[0].rules", "[]", "would never post", "at least one")]
    [TestCase(SchedulesFile.Name, "[\"09:00\", \"21:00\"]", "[\"23:00\", \"07:29\"]", "$.schedules[0].quietHours", "23:00–07:30", "quiet hours cover every slot", "leave at least one")]
    [TestCase(SchedulesFile.Name, "\"at\": [\"09:00\", \"21:00\"]", "\"cron\": \"0 0 0-6 15 * ?\"", "$.schedules[0].quietHours", "23:00–07:30", "quiet hours cover every slot", "leave at least one")]
    [TestCase(GroupsFile.Name, "\"id\": \"mama-2\"", "\"timeZone\": \"Asia/Shangai\", \"id\": \"mama-2\"", "$.groups[1].timeZone", "Asia/Shangai", "unknown time zone", "IANA")]
    [TestCase(OwnersFile.Name, "\"at\": \"21:30\"", "\"at\": \"21:30\", \"timeZone\": \"Beijing\"", "$.owners[0].digest.timeZone", "Beijing", "unknown time zone", "IANA")]
    [TestCase(CampaignsFile.Name, "\"2026-06-18\"", "\"2026-06-15\"", "$.campaigns[0].to", "2026-06-15", "ends before it begins", "2026-06-16")]
    // Amounts.
    [TestCase(CampaignsFile.Name, "\"minPrice\": 5", "\"minPrice\": -1", "$.campaigns[0].filter.minPrice", "-1", "negative amount", "0 or more")]
    [TestCase(CampaignsFile.Name, "\"maxPrice\": 50", "\"maxPrice\": 4.99", "$.campaigns[0].filter.maxPrice", "4.99", "below the lower bound", "not below minPrice 5")]
    [TestCase(SelectionFile.Name, "1.5", "101", "$.selection.filter.minCommissionPercent", "101", "percentage out of range", "0 to 100")]
    [TestCase(SelectionFile.Name, "\"minCommissionPercent\": 1.5", "\"repeatDays\": -1", "$.selection.filter.repeatDays", "-1", "out of range", "0 to 365")]
    [TestCase(SelectionFile.Name, "\"discount\": 2", "\"diversity\": 1.1", "$.selection.weights.diversity", "1.1", "weight out of range", "0 to 1")]
    [TestCase(AudiencesFile.Name, "\"母婴\": 2", "\"母婴\": -2", "$.audiences[0].categories.母婴", "-2", "weight out of range", "0 to 100")]
    [TestCase(GroupsFile.Name, "\"id\": \"mama-2\"", "\"members\": -1, \"id\": \"mama-2\"", "$.groups[1].members", "-1", "negative", "0 or more")]
    // Shares.
    [TestCase(OwnersFile.Name, "[10]", "[10, 5]", "$.owners[0].shares.inviterPercents", "[10, 5]", "deeper than two tiers", "at most one")]
    [TestCase(OwnersFile.Name, "\"percent\": 20", "\"percent\": 91", "$.owners[0].shares.levels[0].percent", "91", "more than 100 %", "at most 90")]
    [TestCase(OwnersFile.Name, "\"percent\": 20", "\"percent\": -5", "$.owners[0].shares.levels[0].percent", "-5", "percentage out of range", "0 to 100")]
    // Templates.
    [TestCase(CampaignsFile.Name, "\"name\": \"618\"", "\"name\": \"618\", \"templates\": { \"copy\": \"copy/618.sbn-txt\" }", "$.campaigns[0].templates.copy", "copy/618.sbn-txt", "template not found", "under templates")]
    [TestCase(GroupsFile.Name, "\"id\": \"mama-2\"", "\"templates\": { \"copy\": \"copy/deal.sbn-md\" }, \"id\": \"mama-2\"", "$.groups[1].templates.copy", "copy/deal.sbn-md", "adapter preview can't send markdown", "ends in .sbn-txt")]
    [TestCase(OwnersFile.Name, "\"at\": \"21:30\"", "\"at\": \"21:30\", \"language\": \"english\"", "$.owners[0].digest.language", "english", "no digests/daily.en.sbn-txt", "templates/digests of the new DealBot")]
    [TestCase(OwnersFile.Name, "\"at\": \"21:30\"", "\"at\": \"21:30\", \"chart\": \"digests/x.sbn-svg\"", "$.owners[0].digest.chart", "digests/x.sbn-svg", "template not found", "under templates")]
    public void A_fault_is_named_with_file_path_value_and_remedy(string file, string old, string edit, string path, string? value, string problem, string remedy)
    {
        _folder.Edit(file, old, edit);

        var fault = TheFault();

        Assert.That((fault.File, fault.Path, fault.Value), Is.EqualTo((file, path, value)));
        Assert.That(fault.Problem.En, Does.Contain(problem));
        Assert.That(fault.Remedy.En, Does.Contain(remedy));
        Assert.That(fault.Problem.Zh, Does.Match(@"\p{IsCJKUnifiedIdeographs}"));
        Assert.That(fault.In(Language.English), Does.StartWith($"{file} {path}: ").And.Contain(" → "));
    }

    [Test]
    public void A_poster_may_be_switched_off_with_none()
    {
        _folder.Edit(CampaignsFile.Name, "\"name\": \"618\"", "\"name\": \"618\", \"templates\": { \"poster\": \"none\" }");

        Assert.That(_folder.Load().Faults, Is.Empty);
    }

    [TestCase("0 0 9 15 * ?", TestName = "A_schedule_that_posts_once_a_month_is_not_taken_for_silent")]
    [TestCase("0 0 9 18 6 ? 2026", TestName = "A_schedule_of_one_day_of_one_year_is_not_taken_for_silent")]
    [TestCase("0 * * * * ?", TestName = "A_schedule_of_every_minute_is_not_taken_for_silent")]
    public void Schedules_with_quiet_hours_that_leave_a_slot(string cron)
    {
        _folder.Edit(SchedulesFile.Name, "\"at\": [\"09:00\", \"21:00\"]", $"\"cron\": \"{cron}\"");

        Assert.That(_folder.Load().Faults, Is.Empty);
    }

    [TestCase(SchedulesFile.Name, "\"jitterMinutes\": 0", "\"jitterMinutes\": 26", "$.schedules[0].jitterMinutes", "0 to 25")]
    [TestCase(SchedulesFile.Name, "\"jitterMinutes\": 0", "\"earlyMinutes\": -1", "$.schedules[0].earlyMinutes", "0 to 120")]
    [TestCase(SchedulesFile.Name, "\"jitterMinutes\": 0", "\"lateMinutes\": 720", "$.schedules[0].lateMinutes", "0 to 719")]
    [TestCase(SchedulesFile.Name, "\"jitterMinutes\": 0", "\"minGapMinutes\": 241", "$.schedules[0].minGapMinutes", "0 to 240")]
    [TestCase(SchedulesFile.Name, "\"21:00\"]", "\"21:00\"], \"priority\": 10", "$.schedules[0].rules[0].priority", "1 to 9")]
    [TestCase(GroupsFile.Name, "\"address\": \"demo\"", "\"address\": \"demo\", \"minGapMinutes\": -1", "$.groups[0].minGapMinutes", "0 to 240")]
    public void A_pace_out_of_range_is_named(string file, string old, string replacement, string path, string remedy)
    {
        _folder.Edit(file, old, replacement);

        var fault = TheFault();

        Assert.That((fault.Path, fault.Remedy.En), Is.EqualTo((path, remedy)));
    }

    [Test]
    public void A_gap_that_leaves_a_moment_no_room_is_named_with_the_moment()
    {
        _folder.Edit(SchedulesFile.Name, "[\"09:00\", \"21:00\"]", "[\"09:00\", \"09:10\", \"09:20\"]").Edit(SchedulesFile.Name, "\"jitterMinutes\": 0", "\"minGapMinutes\": 30");

        var fault = TheFault();

        Assert.That(fault.Path, Is.EqualTo("$.schedules[0].minGapMinutes"));
        Assert.That(fault.Problem.En, Is.EqualTo("the moments of schedule day are too close: that of 09:10 would never be posted"));
    }

    [Test]
    public void A_gap_of_a_group_is_held_against_its_schedule()
    {
        _folder.Edit(SchedulesFile.Name, "[\"09:00\", \"21:00\"]", "[\"09:00\", \"09:10\", \"09:20\"]").Edit(GroupsFile.Name, "\"address\": \"demo\"", "\"address\": \"demo\", \"minGapMinutes\": 30");

        Assert.That(TheFault().Path, Is.EqualTo("$.groups[0].minGapMinutes"));
    }

    [Test]
    public void A_gap_that_moves_can_meet_is_no_fault()
    {
        _folder.Edit(SchedulesFile.Name, "[\"09:00\", \"21:00\"]", "[\"09:00\", \"09:10\", \"09:20\"]").Edit(SchedulesFile.Name, "\"jitterMinutes\": 0", "\"minGapMinutes\": 15");

        Assert.That(_folder.Load().Faults, Is.Empty);
    }

    [Test]
    public void Moments_that_are_too_close_for_the_default_gap_are_no_fault() =>
        Assert.That(_folder.Edit(SchedulesFile.Name, "\"at\": [\"09:00\", \"21:00\"]", "\"cron\": \"0 * 9-10 * * ?\"").Load().Faults, Is.Empty, "they were allowed before there was a gap");

    [Test]
    public void Quiet_hours_of_equal_ends_cover_the_whole_day()
    {
        _folder.Edit(SchedulesFile.Name, "\"from\": \"23:00\", \"to\": \"7:30\"", "\"from\": \"08:00\", \"to\": \"08:00\"");

        Assert.That(TheFault().Path, Is.EqualTo("$.schedules[0].quietHours"));
    }

    [Test]
    public void Bad_cron_expression_is_told_in_one_language()
    {
        _folder.Edit(SchedulesFile.Name, "\"at\": [\"09:00\", \"21:00\"]", "\"cron\": \"x0 20 8-21 * * ?\"");

        Assert.That(TheFault().In(Language.Chinese), Is.EqualTo(
            "schedules.json $.schedules[0].rules[0].cron: cron 表达式有误（现在是：x0 20 8-21 * * ?）。应为：六段：秒 分 时 日 月 周，例如 0 30 9-21 * * ?"));
    }

    [Test]
    public void Every_fault_of_every_file_is_named_at_once()
    {
        _folder.Edit(OwnersFile.Name, "\"percent\": 20", "\"percent\": 95")
            .Edit(OwnersFile.Name, "\"address\": \"owner\"", "\"address\": \"nobody\"")
            .Edit(GroupsFile.Name, "\"demo2\"", "\"elsewhere\"")
            .Edit(SchedulesFile.Name, "\"at\": [\"09:00\", \"21:00\"]", "\"cron\": \"x\"")
            .Edit(CampaignsFile.Name, "\"2026-06-18\"", "\"2026-06-15\"")
            .Edit(SelectionFile.Name, "\"discount\": 2", "\"discount\": -2");

        Assert.That(_folder.Load().Faults.Select(fault => $"{fault.File} {fault.Path}"), Is.EquivalentTo(new[]
        {
            "owners.json $.owners[0].shares.levels[0].percent",
            "owners.json $.owners[0].digest.address",
            "groups.json $.groups[1].address",
            "schedules.json $.schedules[0].rules[0].cron",
            "campaigns.json $.campaigns[0].to",
            "selection.json $.selection.weights.discount",
        }));
    }

    [Test]
    public void A_file_that_can_not_be_read_does_not_hide_faults_of_the_others()
    {
        _folder.Write(SelectionFile.Name, "{");
        _folder.Edit(GroupsFile.Name, "\"demo2\"", "\"elsewhere\"").Edit(CampaignsFile.Name, "\"2026-06-18\"", "\"2026-06-15\"");

        Assert.That(
            _folder.Load().Faults.Select(fault => $"{fault.File} {fault.Path}"),
            Is.EquivalentTo(new[] { "selection.json $", "groups.json $.groups[1].address", "campaigns.json $.campaigns[0].to" }));
    }

    [Test]
    public void References_into_a_file_that_can_not_be_read_are_not_held_against_their_holders()
    {
        _folder.Write(SchedulesFile.Name, "{");

        Assert.That(TheFault().File, Is.EqualTo(SchedulesFile.Name));
    }

    [Test]
    public void Structural_faults_of_one_file_are_all_named()
    {
        _folder.Edit(GroupsFile.Name, "\"name\": \"宝妈二群\"", "\"nmae\": \"x\", \"members\": \"many\"");

        Assert.That(
            _folder.Load().Faults.Select(fault => fault.Path),
            Is.EquivalentTo(new[] { "$.groups[1].nmae", "$.groups[1].members", "$.groups[1].name" }));
    }

    private ConfigurationFault TheFault()
    {
        var (configuration, faults) = _folder.Load();
        Assert.That(faults, Has.Count.EqualTo(1), string.Join("\n", faults.Select(fault => fault.In(Language.English))));
        Assert.That(configuration, Is.Null);
        return faults[0];
    }
}

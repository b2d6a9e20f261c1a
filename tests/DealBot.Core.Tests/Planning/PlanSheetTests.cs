using DealBot.Contracts;
using DealBot.Core.Configuration;
using DealBot.Core.Groups;
using DealBot.Core.Metrics;
using DealBot.Core.Planning;
using DealBot.Core.Posting;
using DealBot.Core.Tests.Fakes;
using static DealBot.Core.Tests.Planning.PlanScene;

namespace DealBot.Core.Tests.Planning;

public sealed class PlanSheetTests
{
    private static readonly DateOnly Day = new(2026, 6, 1);

    private ConfigFolder _config = null!;

    [SetUp]
    public void SetUp() => _config = new ConfigFolder();

    [TearDown]
    public void TearDown() => _config.Dispose();

    [Test]
    public void Without_records_the_whole_day_is_laid_even_one_that_is_over()
    {
        var sheet = Sheet([], At("12:00"));

        Assert.That(Lines(sheet), Is.EqualTo(new[] { "mama-1 09:00 planned", "mama-2 09:00 planned", "mama-1 21:00 planned", "mama-2 21:00 planned" }));
        Assert.That(sheet.Drift, Is.Null);
    }

    [Test]
    public void What_falls_into_a_pause_says_so()
    {
        var sheet = Sheet([Post("mama-1", "09:00", "sent", sentAt: At("09:00"))], At("12:00"))
            .With(new Dictionary<string, GroupPause> { ["mama-1"] = new("mama-1", At("08:00"), null), ["mama-2"] = new("mama-2", At("08:00"), At("20:00")) });

        Assert.That(
            sheet.Rows.Where(row => row.ReasonCode == SkipReason.PausedCode).Select(row => (row.Group.Id, row.At)),
            Is.EqualTo(new[] { ("mama-1", At("21:00")) }));
    }

    [Test]
    public void What_the_bot_answered_is_none_of_the_days_posts()
    {
        var sheet = Sheet([Post("mama-1", "10:00", "sent", sentAt: At("10:00")) with { Kind = "reply" }], At("08:00"));

        Assert.That(Lines(sheet), Is.EqualTo(new[] { "mama-1 09:00 planned", "mama-2 09:00 planned", "mama-1 21:00 planned", "mama-2 21:00 planned" }));
        Assert.That(sheet.IsRecorded, Is.False);
    }

    [Test]
    public void What_is_on_record_is_shown_as_it_is_and_the_rest_laid_around_it()
    {
        var sheet = Sheet(
            [
                Post("mama-1", "09:00", "sent", sentAt: At("09:00").AddSeconds(7)),
                Post("mama-2", "21:00", "planned") with { PlannedAt = At("21:04"), Moved = Some.Phrase },
            ],
            At("12:00"));

        Assert.That(Lines(sheet), Is.EqualTo(new[] { "mama-1 09:00 sent", "mama-2 09:00 unrecorded", "mama-1 21:00 planned", "mama-2 21:04 planned" }));
        Assert.That(sheet.Rows[3].Moved, Is.EqualTo(Some.Phrase));
        Assert.That(sheet.Rows[0].Drift, Is.EqualTo(TimeSpan.FromSeconds(7)));
    }

    [Test]
    public void Drift_counts_what_was_sent_but_not_what_an_owner_sent_again()
    {
        var sheet = Sheet(
            [
                Post("mama-1", "09:00", "sent", sentAt: At("09:00").AddSeconds(7)),
                Post("mama-2", "09:00", "sent", sentAt: At("09:01")),
                Post("mama-1", "21:00", "sent", sentAt: At("23:00")) with { Resends = 1 },
                Post("mama-2", "21:00", "failed"),
            ],
            At("23:30"));

        Assert.That(sheet.Drift, Is.EqualTo(new Drift(2, TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(60))));
    }

    [Test]
    public void Accounts_are_shown_with_all_that_goes_through_them()
    {
        var digest = Post(null, "21:00", "sent", messages: 2);

        var sheet = Sheet([Post("mama-1", "09:00", "sent", sentAt: At("09:00"), messages: 2, image: true), digest], At("09:30"));

        var demo = sheet.Accounts.Single(account => account.Account.Name == "demo");
        Assert.That((demo.Messages, demo.Images, demo.BusiestHour, demo.BusiestMinute), Is.EqualTo((6, 2, 4, 4)), "a sent post, a digest, and a slot to come with its poster");
        Assert.That(sheet.Accounts.Single(account => account.Account.Name == "demo2").Messages, Is.EqualTo(2));
    }

    [Test]
    public void A_slot_without_room_is_shown_with_its_reason_and_counted_for_its_account()
    {
        var sheet = Sheet([], At("00:00"), Limits(day: 2));

        var dropped = sheet.Rows.Where(row => row.HasNoRoom).ToList();
        Assert.That(Lines(sheet).Count(line => line.EndsWith("skipped", StringComparison.Ordinal)), Is.EqualTo(2));
        Assert.That(dropped.Select(row => row.Reason!.Zh), Has.All.EndsWith("这天要发 4 条"));
        Assert.That(sheet.Accounts.Select(account => account.Dropped), Is.EqualTo(new[] { 1, 1 }));
    }

    [Test]
    public void The_sheet_of_one_group_has_its_rows_and_its_account_alone()
    {
        var sheet = Sheet([], At("00:00")).Only(group => group.Id == "mama-2");

        Assert.That(Lines(sheet), Is.EqualTo(new[] { "mama-2 09:00 planned", "mama-2 21:00 planned" }));
        Assert.That(sheet.Accounts.Single().Account.Name, Is.EqualTo("demo2"));
    }

    [Test]
    public void Each_group_has_the_day_of_its_own_clock()
    {
        _config.Edit(GroupsFile.Name, "\"id\": \"mama-2\"", "\"timeZone\": \"America/New_York\", \"id\": \"mama-2\"");

        Assert.That(Lines(Sheet([], At("00:00"))), Is.EqualTo(new[] { "mama-1 09:00 planned", "mama-1 21:00 planned", "mama-2 09:00 planned", "mama-2 21:00 planned" }));
    }

    [Test]
    public void A_day_with_room_for_all_says_so()
    {
        var verdict = PlanVerdict.Of(Sheet([], At("00:00")));

        Assert.That(verdict.Zh, Is.EqualTo("2026-06-01：2 个群共 4 次推送，都排得下"));
        Assert.That(verdict.En, Is.EqualTo("2026-06-01: 4 posts for 2 groups, and room for all"));
    }

    [Test]
    public void A_day_without_room_says_what_to_do()
    {
        var verdict = PlanVerdict.Of(Sheet([], At("00:00"), Limits(day: 2)));

        Assert.That(verdict.Zh, Does.StartWith("2026-06-01：有 2 次推送排不下，最多的是账号 preview/demo（1 次），因为限额不够：减少排期里的时刻，或者把这个账号的上限调高"));
    }

    [Test]
    public void Moments_too_close_for_the_gap_say_what_to_do()
    {
        _config.Edit(SchedulesFile.Name, "\"09:00\", \"21:00\"", "\"09:00\", \"09:01\", \"09:02\", \"09:03\", \"09:04\", \"09:05\", \"09:06\"");

        Assert.That(PlanVerdict.Of(Sheet([], At("00:00"))).En, Does.EndWith("since the moments of a group are too close: take some out of the schedule, or lower minGapMinutes"));
    }

    private PlanSheet Sheet(IReadOnlyList<ArchivedPost> archived, DateTimeOffset now, AdapterLimits? limits = null)
    {
        var live = _config.Open();
        return PlanSheet.Of(Day, (live.Current, live.Calendar), archived, now, new PlanLimits((_, _) => limits ?? Limits(), Fresh, 0));
    }

    private static IEnumerable<string> Lines(PlanSheet sheet) => sheet.Rows.Select(row =>
        $"{row.Group.Id} {TimeZoneInfo.ConvertTime(row.At, TimeZoneInfo.FindSystemTimeZoneById(row.Group.TimeZone)):HH:mm} {row.State}");

    private static ArchivedPost Post(string? group, string clock, string state, DateTimeOffset? sentAt = null, int messages = 1, bool image = false) => new()
    {
        PostId = $"{group ?? "digest"}_{At(clock).UtcDateTime:yyyyMMdd'T'HHmmss}",
        Kind = group is null ? "digest" : "slot",
        GroupId = group,
        OwnerId = "li",
        Adapter = "preview",
        Address = group == "mama-2" ? "demo2" : "demo",
        DueAt = At(clock),
        PlannedAt = At(clock),
        SentAt = sentAt,
        State = state,
        Reason = null,
        Messages = [.. Enumerable.Range(0, messages).Select(index => image && index == 0 ? StoredMessage.OfImage("a.jpg") : StoredMessage.OfText("copy"))],
        Deals = [],
        Considered = 0,
        Rejections = "{}",
        AdLawFlags = "",
    };
}

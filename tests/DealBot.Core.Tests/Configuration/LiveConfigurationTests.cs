using DealBot.Core.Configuration;
using DealBot.Core.Tests.Fakes;

namespace DealBot.Core.Tests.Configuration;

public sealed class LiveConfigurationTests
{
    private ConfigFolder _folder = null!;
    private LiveConfiguration _live = null!;

    [SetUp]
    public void SetUp()
    {
        _folder = new ConfigFolder();
        _live = _folder.Open();
    }

    [TearDown]
    public void TearDown() => _folder.Dispose();

    [Test]
    public void Does_not_open_a_bad_folder_and_says_why()
    {
        _folder.Write(GroupsFile.Name, "{");

        Assert.That(LiveConfiguration.Open(_folder.Path, ConfigFolder.Surroundings, out var faults), Is.Null);
        Assert.That(faults.Single().File, Is.EqualTo(GroupsFile.Name));
    }

    [Test]
    public void Nothing_happens_while_no_file_changes()
    {
        var before = _live.Current;

        Assert.That(_live.Refresh(), Is.Null);
        Assert.That(_live.Current, Is.SameAs(before));
    }

    [Test]
    public void An_edit_takes_effect_at_the_refresh_and_not_before()
    {
        Edit("\"21:00\"", "\"20:00\"");
        Assert.That(TimesOfDay(), Is.EqualTo(new[] { "09:00", "21:00" }));

        Assert.That(_live.Refresh(), Is.Empty);

        Assert.That(TimesOfDay(), Is.EqualTo(new[] { "09:00", "20:00" }));
        Assert.That(SlotTimes(), Is.EqualTo(new[] { "09:00", "20:00" }), "the calendar follows");
    }

    [Test]
    public void A_bad_edit_keeps_the_last_good_state_and_is_shown_until_it_is_mended()
    {
        Edit("\"21:00\"", "\"31:00\"");

        Assert.That(_live.Refresh(), Has.Count.EqualTo(1));
        Assert.That(_live.PendingFaults.Single().Path, Is.EqualTo("$.schedules[0].rules[0].at[1]"));
        Assert.That(TimesOfDay(), Is.EqualTo(new[] { "09:00", "21:00" }));
        Assert.That(SlotTimes(), Is.EqualTo(new[] { "09:00", "21:00" }));

        Edit("\"31:00\"", "\"22:00\"");

        Assert.That(_live.Refresh(), Is.Empty);
        Assert.That(_live.PendingFaults, Is.Empty);
        Assert.That(TimesOfDay(), Is.EqualTo(new[] { "09:00", "22:00" }));
    }

    [Test]
    public void A_bad_edit_is_reported_once()
    {
        Edit("\"21:00\"", "\"31:00\"");
        _live.Refresh();

        Assert.That(_live.Refresh(), Is.Null);
        Assert.That(_live.PendingFaults, Has.Count.EqualTo(1));
    }

    [Test]
    public void A_file_that_vanishes_is_a_bad_edit()
    {
        _folder.Delete(OwnersFile.Name);

        Assert.That(_live.Refresh(), Is.Not.Empty);
        Assert.That(_live.Current.Owners, Has.Count.EqualTo(1));
    }

    [Test]
    public void A_file_that_may_be_missing_can_go_and_come()
    {
        _folder.Delete(CampaignsFile.Name);
        Assert.That(_live.Refresh(), Is.Empty);
        Assert.That(_live.Current.Campaigns, Is.Empty);

        _folder.Write(CampaignsFile.Name, """{ "campaigns": [{ "id": "d11", "name": "双11", "from": "2026-11-11", "to": "2026-11-11" }] }""");
        Assert.That(_live.Refresh(), Is.Empty);
        Assert.That(_live.Current.Campaigns.Single().Id, Is.EqualTo("d11"));
    }

    private void Edit(string old, string replacement) => _folder.Edit(SchedulesFile.Name, old, replacement);

    private IEnumerable<string> TimesOfDay() => _live.Current.Schedule("day").Rules[0].At!.Select(time => $"{time:HH:mm}");

    private IEnumerable<string> SlotTimes() => _live.Calendar.Between(Some.Shanghai("2026-06-01 00:00"), Some.Shanghai("2026-06-02 00:00"))
        .Where(slot => slot.Group.Id == "mama-1")
        .Select(slot => $"{slot.At.ToOffset(TimeSpan.FromHours(8)):HH:mm}");
}

using DealBot.Core.Configuration;
using DealBot.Core.Tests.Fakes;

namespace DealBot.Core.Tests.Configuration;

public sealed class OncePerConfigurationTests
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
    public async Task It_is_worked_out_once_and_again_after_an_edit()
    {
        var worked = new List<DealBotConfiguration>();
        using var once = new OncePerConfiguration<DealBotConfiguration>(_live, (current, _, _) =>
        {
            worked.Add(current);
            return Task.FromResult(current);
        });

        var first = await once.GetAsync(default);
        Assert.That(await once.GetAsync(default), Is.SameAs(first));
        Edit();

        Assert.That(await once.GetAsync(default), Is.SameAs(_live.Current).And.Not.SameAs(first));
        Assert.That(worked, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Whoever_waited_while_an_edit_took_effect_works_out_the_edit_and_not_what_was_before()
    {
        var (worked, first) = (new List<DealBotConfiguration>(), new TaskCompletionSource<DealBotConfiguration>());
        using var once = new OncePerConfiguration<DealBotConfiguration>(_live, (current, _, _) =>
        {
            worked.Add(current);
            return worked.Count == 1 ? first.Task : Task.FromResult(current);
        });
        var failing = once.GetAsync(default).AsTask();
        var waiting = once.GetAsync(default).AsTask();
        Edit();
        first.SetException(new IOException("the disk is full"));

        Assert.That(async () => await failing, Throws.InstanceOf<IOException>());
        Assert.That(await waiting, Is.SameAs(_live.Current));
        Assert.That(worked[1], Is.SameAs(_live.Current), "what is noted of the state before would come after the edit");
    }

    [Test]
    public async Task What_the_files_have_left_is_put_on_record_only_when_it_turns_out_to_hold_still()
    {
        var noted = new List<bool>();
        using var once = new OncePerConfiguration<DealBotConfiguration>(_live, (current, isLatest, _) =>
        {
            noted.Add(isLatest());
            return Task.FromResult(current);
        });
        _folder.Edit(SchedulesFile.Name, "\"21:00\"", "\"25:00\"");

        await once.GetAsync(default);
        await once.GetAsync(default);
        Assert.That(noted, Is.EqualTo(new[] { false }), "orders are not held up by an edit");

        await once.NoteAsync(default);
        Assert.That(_live.Refresh(), Has.Count.EqualTo(1));
        await once.NoteAsync(default);
        await once.NoteAsync(default);
        Assert.That(noted, Is.EqualTo(new[] { false, false, true }), "while the files are faulty what held before holds");
    }

    private void Edit() => Assert.That(_folder.Edit(SchedulesFile.Name, "\"21:00\"", "\"20:00\"") is not null && _live.Refresh() is { Count: 0 }, Is.True);
}

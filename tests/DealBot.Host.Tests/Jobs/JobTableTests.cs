using DealBot.Host.Composition;
using DealBot.Host.Jobs;
using DealBot.Host.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace DealBot.Host.Tests.Jobs;

public sealed class JobTableTests
{
    private static IEnumerable<string> Names => JobTable.Rows(new HostSettings()).Select(row => row.Name);

    [Test]
    public void Names_are_unique() => Assert.That(Names, Is.Unique);

    [TestCaseSource(nameof(Names))]
    public async Task Job_finds_its_service_and_runs_on_a_fresh_folder(string name)
    {
        using var folder = new ServiceFolder();
        using var foundation = await folder.LayAsync(new TestClock(Some.Morning));
        var rows = JobTable.Rows(foundation.Settings);
        using var host = new HostBuilder()
            .ConfigureServices(services => services.AddDealBot(foundation).AddJobs(rows))
            .UseDefaultServiceProvider(options => (options.ValidateOnBuild, options.ValidateScopes) = (true, true))
            .Build();

        Assert.That(async () => await rows.Single(row => row.Name == name).RunAsync(host.Services, CancellationToken.None), Throws.Nothing);
    }

    [Test]
    public void Catalog_is_synced_as_often_as_the_settings_say()
    {
        var settings = new HostSettings { Catalog = new() { SyncMinutes = 45 } };

        var trigger = Trigger(JobTable.Rows(settings).Single(row => row.Name == "catalog"));

        Assert.That(trigger.GetFireTimeAfter(Some.Morning), Is.EqualTo(Some.Morning.AddMinutes(45)));
    }

    private static Quartz.ITrigger Trigger(JobRow row) =>
        Quartz.TriggerBuilder.Create(new TestClock(Some.Morning)).StartAt(Some.Morning).WithSchedule(row.Schedule()).Build();
}

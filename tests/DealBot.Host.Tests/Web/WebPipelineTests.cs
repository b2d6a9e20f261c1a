using DealBot.Host.Web;
using Microsoft.Extensions.Configuration;

namespace DealBot.Host.Tests.Web;

/// <summary>How the web side is put together.</summary>
public sealed class WebPipelineTests
{
    /// <summary>Watching a file means watching its folder and all below, where the database is written to all the time.</summary>
    [Test]
    public async Task No_file_of_settings_is_watched()
    {
        using var folder = new ServiceFolder();
        using var foundation = await folder.LayAsync(new TestClock(Some.Morning));

        var files = ((IConfigurationBuilder)WebPipeline.CreateBuilder(foundation).Configuration).Sources.OfType<FileConfigurationSource>().ToList();

        Assert.That(files, Is.Not.Empty);
        Assert.That(files.Where(file => file.ReloadOnChange).Select(file => file.Path), Is.Empty);
    }
}

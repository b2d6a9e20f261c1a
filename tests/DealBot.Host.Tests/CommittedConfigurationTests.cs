using System.Text.Json;
using DealBot.Core.Configuration;
using DealBot.Core.Rendering;
using DealBot.Host.Composition;
using DealBot.Host.Settings;
using Microsoft.Extensions.Logging.Abstractions;

namespace DealBot.Host.Tests;

/// <summary>The sample configuration that a newcomer starts from.</summary>
public sealed class CommittedConfigurationTests
{
    private static IEnumerable<string> Files =>
        [Repository.Path("appsettings.example.json"), .. Directory.EnumerateFiles(Repository.Path("config"), "*.json").Order(StringComparer.Ordinal)];

    [Test]
    public void Example_settings_and_sample_configuration_load_together_without_faults()
    {
        var (settings, faults) = SettingsLoader.Bind(SettingsLoader.Read(Repository.Path("appsettings.example.json")));
        Assert.That(faults, Is.Empty);

        using var integrations = Integrations.Create(settings!, TimeProvider.System, NullLoggerFactory.Instance);
        var templates = new TemplateLibrary(Repository.Path("templates"));
        var configuration = LiveConfiguration.Open(Repository.Path("config"), integrations.Surroundings(templates), out faults);

        Assert.That(faults, Is.Empty);
        Assert.That(configuration!.Current.Groups, Is.Not.Empty);
    }

    [Test]
    public void Campaigns_of_the_sample_name_no_platform_as_deals_of_all_networks_go_out_under_them()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Repository.Path("config/campaigns.json")), ConfigurationJson.Document);

        var names = document.RootElement.GetProperty("campaigns").EnumerateArray().Select(campaign => campaign.GetProperty("name").GetString());

        Assert.That(names, Is.Not.Empty.And.All.Not.Match("京东|拼多多|淘宝|天猫|唯品会|苏宁"));
    }

    [TestCaseSource(nameof(Files))]
    public void File_names_a_schema_that_exists(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(file), ConfigurationJson.Document);

        var schema = document.RootElement.GetProperty("$schema").GetString()!;

        Assert.That(Path.Combine(Path.GetDirectoryName(file)!, schema), Does.Exist);
    }
}

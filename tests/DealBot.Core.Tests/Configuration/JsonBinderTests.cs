using System.Globalization;
using System.Text.Json;
using DealBot.Contracts;
using DealBot.Core.Configuration;

namespace DealBot.Core.Tests.Configuration;

public sealed class JsonBinderTests
{
    private const string Secret = "693a91f6-7abc";

    [TestCase("""{ "robots": { "main": { "key": ["693a91f6-7abc"] } } }""", "$.robots.main.key", TestName = "A_secret_of_the_wrong_type_is_masked")]
    [TestCase("""{ "robots": { "main": "693a91f6-7abc" } }""", "$.robots.main", TestName = "A_secret_in_place_of_the_object_that_should_hold_it_is_masked")]
    [TestCase("""{ "robots": [{ "key": "693a91f6-7abc" }] }""", "$.robots", TestName = "A_secret_within_an_array_that_should_be_an_object_is_masked")]
    [TestCase("""{ "robots": {}, "appSecret": { "x": "693a91f6-7abc" } }""", "$.appSecret", TestName = "A_secret_property_with_an_object_is_masked")]
    [TestCase("""{ "robots": {}, "seconds": { "key": "693a91f6-7abc" } }""", "$.seconds", TestName = "A_secret_within_the_object_of_a_plain_setting_is_masked")]
    public void Secrets_are_masked(string json, string path)
    {
        var fault = Bind<Settings>(json).Faults.Single();

        Assert.That(fault.Path, Is.EqualTo(path));
        Assert.That(fault.ToString(), Does.Not.Contain(Secret));
        Assert.That(fault.Value, Is.EqualTo("***"));
    }

    [Test]
    public void A_value_that_is_no_secret_is_shown_cut_to_a_length_that_fits_a_line()
    {
        var fault = Bind<Settings>($$"""{ "robots": {}, "seconds": "{{new string('x', 500)}}" }""").Faults.Single();

        Assert.That(fault.Value, Does.StartWith("\"xxx").And.Length.LessThan(70));
    }

    [Test]
    public void The_origin_of_a_path_is_named_as_the_file()
    {
        var fault = Bind<Settings>("""{ "robots": {}, "seconds": true }""").Faults.Single();

        Assert.That(fault.File, Is.EqualTo("from $.seconds"));
    }

    [Test]
    public void Values_of_environment_variables_are_text_and_their_names_of_any_case()
    {
        var (settings, faults) = Bind<Settings>("""{ "ROBOTS": {}, "Seconds": "15", "quick": "True" }""", ConfigurationJson.TextValues);

        Assert.That(faults, Is.Empty);
        Assert.That((settings!.Seconds, settings.Quick), Is.EqualTo((15, true)));
    }

    [Test]
    public void Times_are_read_alike_whatever_the_culture_of_the_machine()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            // Finnish writes times with a full stop.
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("fi-FI");

            var (hours, faults) = Bind<QuietHours>("""{ "from": "21:30", "to": "7:05" }""");

            Assert.That(faults, Is.Empty);
            Assert.That(hours, Is.EqualTo(new QuietHours { From = new TimeOnly(21, 30), To = new TimeOnly(7, 5) }));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static (T? Value, IReadOnlyList<ConfigurationFault> Faults) Bind<T>(string json, JsonSerializerOptions? options = null)
        where T : class
    {
        using var document = JsonDocument.Parse(json);
        var value = new JsonBinder(options ?? ConfigurationJson.Options, path => $"from {path}").Bind<T>(document.RootElement, out var faults);
        return (value, faults);
    }

    private sealed record Settings
    {
        public required IReadOnlyDictionary<string, Robot> Robots { get; init; }

        public string? AppSecret { get; init; }

        public int Seconds { get; init; } = 10;

        public bool Quick { get; init; }
    }

    private sealed record Robot
    {
        public string Key { get; init; } = "";
    }
}

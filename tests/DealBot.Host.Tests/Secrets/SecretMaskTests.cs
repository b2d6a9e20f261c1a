using System.Text;
using DealBot.Host.Composition;
using DealBot.Host.Secrets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace DealBot.Host.Tests.Secrets;

/// <summary>What is left of a secret in what is written.</summary>
public sealed class SecretMaskTests
{
    private const string Secret = "s3cret/with+signs=and \"quotes\"";

    [Test]
    public void Secret_is_masked_in_every_form_it_takes()
    {
        var mask = new SecretMask();
        mask.Add(Secret);
        string[] forms =
        [
            Secret,
            Uri.EscapeDataString(Secret),
            Convert.ToBase64String(Encoding.UTF8.GetBytes(Secret)),
            System.Text.Json.JsonSerializer.Serialize(Secret)[1..^1],
        ];

        foreach (var form in forms)
        {
            Assert.That(mask.Apply($"before {form} between {form} after"), Does.Match(@"^before \*\*\*=* between \*\*\*=* after$"), form);
        }
    }

    [Test]
    public void Text_without_a_secret_stays_the_same_object()
    {
        var mask = new SecretMask();
        mask.Add(Secret);
        const string text = "nothing to hide here";

        Assert.That(mask.Apply(text), Is.SameAs(text));
    }

    [Test]
    public void Longer_of_two_secrets_that_begin_alike_is_masked_whole()
    {
        var mask = new SecretMask();
        mask.Add("abcdefgh", "abcdefgh-and-more");

        Assert.That(mask.Apply("x abcdefgh-and-more y"), Is.EqualTo("x *** y"));
    }

    [TestCase("DealBot:Networks:Jd:Accounts:li:AppSecret", true)]
    [TestCase("DealBot:Adapters:WeCom:Robots:a:Key", true)]
    [TestCase("DealBot:Adapters:DingTalk:Robots:a:AccessToken", true)]
    [TestCase("DealBot:Adapters:Feishu:AppSecret", true)]
    [TestCase("DealBot:Adapters:Feishu:Robots:a:Keywords:0", false)]
    [TestCase("Serilog:WriteTo:0:Args:apiKey", true)]
    [TestCase("DealBot:Storage:Path", false)]
    public void Settings_are_secret_by_their_names(string name, bool secret)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new(name, "value-of-some-length")]).Build();

        Assert.That(SecretMask.Of(configuration).Apply("value-of-some-length"), Is.EqualTo(secret ? "***" : "value-of-some-length"));
    }

    [Test]
    public void Log_shows_no_secret_in_template_property_list_object_or_exception()
    {
        using var folder = new TempFolder();
        var mask = new SecretMask();
        mask.Add("5ecret-0123456789");
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
        [
            new("Serilog:Using:0", "Serilog.Sinks.File"),
            new("Serilog:MinimumLevel:Default", "Information"),
            new("Serilog:MinimumLevel:Override:Quiet", "Error"),
            new("Serilog:WriteTo:0:Name", "File"),
            new("Serilog:WriteTo:0:Args:path", folder.File("a.log")),
            new("Serilog:WriteTo:0:Args:outputTemplate", "{Level:u3} {SourceContext} {Message:lj}{NewLine}{Exception}{Properties}"),
        ]).Build();

        using (var log = Logging.Create(configuration, mask))
        using (var loggers = Logging.Factory(log))
        {
            var logger = loggers.CreateLogger("Some");
#pragma warning disable CA2254, CA1848 // What careless code would write is what is tested.
            logger.LogInformation("interpolated 5ecret-0123456789");
            logger.LogInformation("value {Url}", new Uri("https://chat.example/send?key=5ecret-0123456789"));
            logger.LogInformation("list {Keys}", new List<string> { "5ecret-0123456789" });
            logger.LogInformation("object {@Robot}", new { Key = "5ecret-0123456789" });
            logger.LogError(new InvalidOperationException("outer", new IOException("GET https://chat.example/send?key=5ecret-0123456789 failed")), "failed");
            logger.LogInformation("plain {Number} {Text}", 42, "text");
            logger.LogDebug("too low");
            loggers.CreateLogger("Quiet.Class").LogInformation("overridden");
#pragma warning restore CA2254, CA1848
        }

        var text = File.ReadAllText(folder.File("a.log"));
        Assert.That(text, Does.Not.Contain("5ecret-0123456789").And.Not.Contain("too low").And.Not.Contain("overridden"));
        Assert.That(text, Does.Contain("interpolated ***").And.Contain("send?key=***").And.Contain("plain 42 text").And.Contain("INF Some").And.Contain("System.IO.IOException"));
    }
}

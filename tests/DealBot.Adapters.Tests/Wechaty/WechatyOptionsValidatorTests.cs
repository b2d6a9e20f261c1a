using DealBot.Adapters.Wechaty;
using DealBot.Contracts;
using Microsoft.Extensions.Configuration;

namespace DealBot.Adapters.Tests.Wechaty;

public sealed class WechatyOptionsValidatorTests
{
    private static readonly Uri Local = new("http://127.0.0.1:8788");

    [Test]
    public void Passes_good_options() => Assert.That(WechatyOptionsValidator.Validate(WechatyStage.OptionsFor(Local)), Is.Empty);

    [TestCase("http://puppet.example.cn:8788", "puppet_1", false)]
    [TestCase("https://puppet.example.cn:8788", "insecure_1", false)]
    [TestCase("https://puppet.example.cn:8788", "puppet_1", true)]
    [TestCase("https://127.0.0.1:8788", "insecure_1", true)]
    public void Refuses_a_way_on_which_others_could_listen(string endpoint, string token, bool isGood)
    {
        var options = WechatyStage.OptionsFor(new Uri(endpoint), token: token);

        Assert.That(Paths(options), isGood ? Is.Empty : Is.EqualTo(new[] { "Puppets.home.Endpoint" }));
        Assert.That(Paths(With(options, options.Puppets["home"] with { TrustNetwork = true })), Is.Empty);
    }

    [TestCase(null)]
    [TestCase("127.0.0.1:8788")]
    [TestCase("http://127.0.0.1:8788/wechaty")]
    [TestCase("ws://127.0.0.1:8788")]
    public void Refuses_an_endpoint_that_is_no_root(string? endpoint)
    {
        var options = WechatyStage.OptionsFor(Local);
        var puppet = options.Puppets["home"] with { Endpoint = endpoint is null ? null : new Uri(endpoint, UriKind.RelativeOrAbsolute) };

        Assert.That(Paths(With(options, puppet)), Is.EqualTo(new[] { "Puppets.home.Endpoint" }));
    }

    [TestCase("")]
    [TestCase("Wechaty puppet_1")]
    [TestCase("puppet_1\n")]
    public void Refuses_a_token_that_is_none_without_showing_it(string token)
    {
        var fault = WechatyOptionsValidator.Validate(WechatyStage.OptionsFor(Local, token: token)).Single();

        Assert.That((fault.Path, fault.Value), Is.EqualTo(("Puppets.home.Token", (string?)null)));
    }

    [Test]
    public void Refuses_an_authority_that_is_no_certificate()
    {
        var options = WechatyStage.OptionsFor(Local);

        Assert.That(Paths(With(options, options.Puppets["home"] with { CaFile = "/nowhere/ca.pem" })), Is.EqualTo(new[] { "Puppets.home.CaFile" }));
        Assert.That(Paths(With(options, options.Puppets["home"] with { CaFile = typeof(WechatyOptions).Assembly.Location })), Is.EqualTo(new[] { "Puppets.home.CaFile" }));
    }

    [TestCase("https://puppet.example")]
    [TestCase("puppet.example:8788")]
    [TestCase("a b")]
    public void Refuses_a_name_of_a_certificate_that_is_none(string name)
    {
        var options = WechatyStage.OptionsFor(Local);

        Assert.That(Paths(With(options, options.Puppets["home"] with { ServerName = name })), Is.EqualTo(new[] { "Puppets.home.ServerName" }));
    }

    [TestCase("a/b_c", null)]
    [TestCase("puppet_1", "puppet")]
    public void Takes_the_name_of_a_certificate_from_a_token_only_if_it_is_one(string token, string? name) =>
        Assert.That(WechatyTransport.ServerNameOf(WechatyStage.OptionsFor(new Uri("https://127.0.0.1:1"), token: token).Puppets["home"]), Is.EqualTo(name));

    [Test]
    public void Refuses_a_pace_that_is_not_gentle()
    {
        var options = WechatyStage.OptionsFor(Local);
        var puppet = options.Puppets["home"] with { SecondsBetween = 1, MessagesPerMinute = 60, MessagesPerHour = 1, MessagesPerDay = 0 };

        Assert.That(Paths(With(options, puppet)), Is.EqualTo(new[]
        {
            "Puppets.home.SecondsBetween", "Puppets.home.MessagesPerMinute", "Puppets.home.MessagesPerHour", "Puppets.home.MessagesPerDay",
        }));
    }

    [Test]
    public void Refuses_rooms_without_a_puppet_or_without_exactly_one_of_id_and_name()
    {
        var options = WechatyStage.OptionsFor(Local) with
        {
            Rooms = new Dictionary<string, WechatyRoom>
            {
                ["a"] = new() { Puppet = "away", Id = "1@chatroom" },
                ["b"] = new() { Puppet = "home" },
                ["c"] = new() { Puppet = "home", Id = "2@chatroom", Topic = "宝妈群" },
                ["d"] = new() { Puppet = "home", Id = "3@chatroom" },
                ["e"] = new() { Puppet = "home", Id = "3@chatroom" },
            },
        };

        Assert.That(Paths(options), Is.EqualTo(new[] { "Rooms.a.Puppet", "Rooms.b.Id", "Rooms.c.Id", "Rooms.e" }));
    }

    [Test]
    public void Names_what_an_empty_entry_lacks()
    {
        var options = new WechatyOptions { Puppets = new Dictionary<string, WechatyPuppet> { ["home"] = null! }, Rooms = null! };

        Assert.That(Paths(options), Is.EqualTo(new[] { "Puppets.home.Endpoint", "Puppets.home.Token" }));
    }

    [Test]
    public void Refuses_one_service_under_two_names()
    {
        var options = WechatyStage.OptionsFor(Local);
        var puppet = options.Puppets["home"];

        Assert.That(Paths(options with { Puppets = new Dictionary<string, WechatyPuppet> { ["home"] = puppet, ["again"] = puppet } }), Is.EqualTo(new[] { "Puppets.again.Endpoint" }));
    }

    [Test]
    public void Options_are_bound_from_configuration()
    {
        var settings = new ConfigurationBuilder()
            .AddInMemoryCollection([new("Puppets:home:Endpoint", "https://puppet.example.cn:8788"), new("Puppets:home:Token", "puppet_1"), new("Rooms:main:Puppet", "home"), new("Rooms:main:Topic", "宝妈群")])
            .Build();

        var options = settings.Get<WechatyOptions>()!;

        Assert.That((options.Puppets["home"].Endpoint!.Port, options.Rooms["main"].Topic), Is.EqualTo((8788, "宝妈群")));
        Assert.That(WechatyOptionsValidator.Validate(options), Is.Empty);
    }

    private static WechatyOptions With(WechatyOptions options, WechatyPuppet puppet) =>
        options with { Puppets = new Dictionary<string, WechatyPuppet> { ["home"] = puppet } };

    private static IEnumerable<string> Paths(WechatyOptions options) => WechatyOptionsValidator.Validate(options).Select(fault => fault.Path);
}

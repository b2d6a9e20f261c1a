using System.Security.Cryptography;
using System.Text;
using DealBot.Host.Rehearsal;
using DealBot.Networks.Jd;

namespace DealBot.Host.Tests.Rehearsal;

public sealed class SimulatedWorldTests
{
    private static readonly RehearsalRequest Request = new(new DateOnly(2026, 6, 18), 1, "out", 7, Repository.Path("config"), Repository.Path("templates"));

    [Test]
    public async Task Accounts_and_robots_are_those_of_the_owners_files_with_secrets_made_of_their_names()
    {
        await using var world = await SimulatedWorld.StartAsync(Request, new VirtualClock(Request.Start), CancellationToken.None);

        // The end-to-end tests look for these very secrets in what a rehearsal leaves.
        Assert.That(world.Settings.Networks.Jd!.Accounts["zhang"].AppSecret, Is.EqualTo(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("jd/zhang")), 0, 16)));
        Assert.That(world.Settings.Adapters.WeCom!.Robots["mama-a"].Key, Is.EqualTo(new Guid(SHA256.HashData(Encoding.UTF8.GetBytes("mama-a")).AsSpan(0, 16)).ToString()));
    }

    [Test]
    public async Task Owner_whose_groups_all_have_positions_converts_without_subUnionId()
    {
        await using var world = await SimulatedWorld.StartAsync(Request, new VirtualClock(Request.Start), CancellationToken.None);

        Assert.That(world.Settings.Networks.Jd!.Accounts["wang"].LinkApi, Is.EqualTo(JdLinkApi.Common));
        Assert.That(world.Settings.Networks.Jd.Accounts["zhang"].LinkApi, Is.EqualTo(JdLinkApi.BySubUnionId));
    }
}

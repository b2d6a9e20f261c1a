using DealBot.Contracts;
using DealBot.Networks.Suning;

namespace DealBot.Networks.Tests.Suning;

public sealed class SuningOptionsValidatorTests
{
    [Test]
    public void The_defaults_with_a_complete_account_have_no_faults() => Assert.That(Faults(account => account), Is.Empty);

    [Test]
    public void Everything_wrong_is_told_at_once()
    {
        var paths = Faults(
            account => new SuningAccount { AppSecret = "with blank", UserId = "me", Positions = ["1", "1", "x"], SubUserLength = 65 },
            options => options with
            {
                Gateway = "http://open.suning.com",
                TimeoutSeconds = 0,
                MaxRetries = 11,
                PageSize = 51,
                Channels = ["high", "22", "elite:"],
                Keywords = [""],
                LinkHosts = ["https://x"],
                CityCode = "南京",
                RateUnit = (SuningRateUnit)9,
            }).Select(fault => fault.Path);

        Assert.That(paths, Is.EquivalentTo(new[]
        {
            "TimeoutSeconds", "MaxRetries", "PageSize", "Gateway", "CityCode", "RateUnit", "Channels[1]", "Channels[2]", "Keywords[0]", "LinkHosts[0]", "Accounts.main.AppKey",
            "Accounts.main.AppSecret", "Accounts.main.UserId", "Accounts.main.AdBookId", "Accounts.main.SubUserLength", "Accounts.main.Positions[1]", "Accounts.main.Positions[2]",
        }));
    }

    [Test]
    public void The_secret_is_in_no_fault_and_in_no_text()
    {
        var account = SuningScene.Account() with { AppSecret = SuningScene.Secret + " " };

        Assert.That(Faults(_ => account).Select(fault => fault.Value), Is.All.Null);
        Assert.That($"{account}", Does.Not.Contain(SuningScene.Secret).And.Contain(SuningScene.UserId));
    }

    [Test]
    public void Every_fault_says_what_would_be_right() =>
        Assert.That(Faults(_ => new SuningAccount()).Select(fault => fault.Remedy.Zh), Is.All.Not.Empty);

    private static List<OptionFault> Faults(Func<SuningAccount, SuningAccount> account, Func<SuningOptions, SuningOptions>? change = null)
    {
        var options = new SuningOptions { Accounts = new Dictionary<string, SuningAccount> { ["main"] = account(SuningScene.Account()) } };
        return [.. SuningOptionsValidator.Validate(change?.Invoke(options) ?? options)];
    }
}

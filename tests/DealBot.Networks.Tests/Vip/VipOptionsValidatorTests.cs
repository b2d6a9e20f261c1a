using DealBot.Contracts;
using DealBot.Networks.Vip;

namespace DealBot.Networks.Tests.Vip;

public sealed class VipOptionsValidatorTests
{
    [Test]
    public void The_defaults_with_a_complete_account_have_no_faults() => Assert.That(Faults(account => account), Is.Empty);

    [Test]
    public void Everything_wrong_is_told_at_once()
    {
        var paths = Faults(
            account => new VipAccount { AppSecret = "with blank", AccessToken = "a\nb", ChanTag = "群 1", UnionCode = "a b", OpenId = "", Positions = ["c1", "c1", "*"] },
            options => options with { Gateway = "http://vop.vipapis.com", TimeoutSeconds = 0, MaxRetries = 11, PageSize = 101, Channels = [" "], Keywords = [""], LinkHosts = [] })
            .Select(fault => fault.Path);

        Assert.That(paths, Is.EquivalentTo(new[]
        {
            "TimeoutSeconds", "MaxRetries", "PageSize", "Gateway", "Channels[0]", "Keywords[0]", "LinkHosts", "Accounts.main.AppKey", "Accounts.main.AppSecret",
            "Accounts.main.AccessToken", "Accounts.main.ChanTag", "Accounts.main.UnionCode", "Accounts.main.OpenId", "Accounts.main.Positions[1]", "Accounts.main.Positions[2]",
        }));
    }

    [Test]
    public void Secrets_are_in_no_fault_and_in_no_text()
    {
        var account = VipScene.Account() with { AppSecret = VipScene.Secret + " ", AccessToken = VipScene.Token + "\n" };

        Assert.That(Faults(_ => account).Select(fault => fault.Value), Is.All.Null);
        Assert.That($"{account}", Does.Not.Contain(VipScene.Secret).And.Not.Contain(VipScene.Token).And.Contain(VipScene.ChanTag));
    }

    [Test]
    public void Every_fault_says_what_would_be_right() =>
        Assert.That(Faults(_ => new VipAccount()).Select(fault => fault.Remedy.Zh), Is.All.Not.Empty);

    private static List<OptionFault> Faults(Func<VipAccount, VipAccount> account, Func<VipOptions, VipOptions>? change = null)
    {
        var options = new VipOptions { Accounts = new Dictionary<string, VipAccount> { ["main"] = account(VipScene.Account()) } };
        return [.. VipOptionsValidator.Validate(change?.Invoke(options) ?? options)];
    }
}

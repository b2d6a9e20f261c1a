using DealBot.Contracts;

namespace DealBot.Host.Tests.Settings;

/// <summary>Environment variables belong to the whole process, so these tests run alone and clean up after themselves.</summary>
[NonParallelizable]
public sealed class EnvironmentOverrideTests
{
    private readonly List<string> _set = [];

    [TearDown]
    public void Unset()
    {
        _set.ForEach(name => Environment.SetEnvironmentVariable(name, null));
        _set.Clear();
    }

    [Test]
    public void Environment_variable_overrides_the_file()
    {
        Set("DealBot__Networks__Jd__Accounts__zhang__AppSecret", "from-environment");

        var (settings, _) = SettingsFileText.Bind(
            """{ "DealBot": { "Networks": { "Jd": { "Accounts": { "zhang": { "AppKey": "key", "AppSecret": "from-file", "UnionId": "1", "SiteId": "2" } } } } } }""");

        Assert.That(settings!.Networks.Jd!.Accounts["zhang"].AppSecret, Is.EqualTo("from-environment"));
    }

    [Test]
    public void Whole_account_may_come_from_the_environment()
    {
        Set("DealBot__Networks__Jd__Accounts__wang__AppKey", "key");
        Set("DealBot__Networks__Jd__Accounts__wang__AppSecret", "secret");
        Set("DealBot__Networks__Jd__Accounts__wang__UnionId", "1000000003");
        Set("DealBot__Networks__Jd__Accounts__wang__LinkApi", "bySubUnionId");
        Set("DealBot__Networks__Jd__Accounts__wang__MaySetSubUnionId", "true");

        var (settings, faults) = SettingsFileText.Bind("{}");

        Assert.That(faults, Is.Empty);
        Assert.That(settings!.Networks.Jd!.Accounts["wang"].UnionId, Is.EqualTo("1000000003"));
        Assert.That(settings.Networks.Jd.Accounts["wang"].MaySetSubUnionId, Is.True);
    }

    [TestCase("DealBot__Catalog__SyncMinutes", "many", "$.DealBot.Catalog.SyncMinutes")]
    [TestCase("DEALBOT__CATALOG__SYNCMINUTES", "many", "$.DealBot.Catalog.SYNCMINUTES")]
    [TestCase("DealBot__Posting__FreshMinutes", "0", "$.DealBot.Posting.FreshMinutes")]
    [TestCase("DealBot__Networks__Jd__EliteIds__0", "first", "$.DealBot.Networks.Jd.EliteIds[0]")]
    [TestCase("DealBot__Networks__Jd__Retries", "3", "$.DealBot.Networks.Jd.Retries")]
    public void Fault_names_the_environment_variable_that_holds_the_value(string variable, string value, string path)
    {
        Set(variable, value);

        var (_, faults) = SettingsFileText.Bind("{}");

        Assert.That(faults.Single().File, Does.EndWith(variable));
        Assert.That(faults.Single().Path, Is.EqualTo(path).IgnoreCase);
    }

    [Test]
    public void Fault_of_the_environment_shows_no_secret()
    {
        Set("DealBot__Networks__Jd__Accounts__zhang__AppKey", "s3cret key");
        Set("DealBot__Networks__Jd__Accounts__zhang__AppSecret", "s3cret value");

        var (_, faults) = SettingsFileText.Bind("{}");

        Assert.That(faults, Is.Not.Empty);
        Assert.That(faults.Select(fault => fault.In(Language.Chinese)), Has.None.Contains("s3cret"));
    }

    private void Set(string name, string value)
    {
        Environment.SetEnvironmentVariable(name, value);
        _set.Add(name);
    }
}

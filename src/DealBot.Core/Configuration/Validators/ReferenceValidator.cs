using DealBot.Contracts;
using DealBot.Core.Links;

namespace DealBot.Core.Configuration.Validators;

/// <summary>Every name that points somewhere points at something that exists.</summary>
internal static class ReferenceValidator
{
    /// <summary>A list is null if its file could not be read: names that point into it can't be judged then.</summary>
    public static void Validate(ValidationScope scope, IReadOnlyList<Owner>? readOwners, IReadOnlyList<Audience>? readAudiences, IReadOnlyList<Schedule>? readSchedules)
    {
        var configuration = scope.Configuration;
        var owners = readOwners?.Select(owner => owner.Id).ToHashSet();
        var audiences = readAudiences?.Select(audience => audience.Id).ToHashSet();
        var schedules = readSchedules?.Select(schedule => schedule.Id).ToHashSet();
        foreach (var (group, index) in configuration.Groups.Select((group, index) => (group, index)))
        {
            var path = $"$.groups[{index}]";
            Known(scope, GroupsFile.Name, $"{path}.owner", group.Owner, owners, new Phrase("没有这个群主", "no such owner"));
            Known(scope, GroupsFile.Name, $"{path}.audience", group.Audience, audiences, new Phrase("没有这个受众", "no such audience"));
            Known(scope, GroupsFile.Name, $"{path}.schedule", group.Schedule, schedules, new Phrase("没有这个排期", "no such schedule"));
            Channel(scope, GroupsFile.Name, path, group.Adapter, group.Address);
            Positions(scope, group, $"{path}.positions");
        }

        foreach (var (owner, index) in configuration.Owners.Select((owner, index) => (owner, index)))
        {
            Channel(scope, OwnersFile.Name, $"$.owners[{index}].digest", owner.Digest.Adapter, owner.Digest.Address);
            Accounts(scope, owner, $"$.owners[{index}].networkAccounts");
        }

        foreach (var (campaign, index) in configuration.Campaigns.Select((campaign, index) => (campaign, index)))
        {
            Campaign(scope, campaign, $"$.campaigns[{index}]", audiences, schedules);
        }
    }

    private static void Campaign(ValidationScope scope, Campaign campaign, string path, HashSet<string>? audiences, HashSet<string>? schedules)
    {
        if (campaign.Schedule is { } schedule)
        {
            Known(scope, CampaignsFile.Name, $"{path}.schedule", schedule, schedules, new Phrase("没有这个排期", "no such schedule"));
        }

        foreach (var (audience, index) in campaign.Audiences.Select((audience, index) => (audience, index)))
        {
            Known(scope, CampaignsFile.Name, $"{path}.audiences[{index}]", audience, audiences, new Phrase("没有这个受众", "no such audience"));
        }

        if (campaign.To < campaign.From)
        {
            scope.Report(CampaignsFile.Name, $"{path}.to", $"{campaign.To:yyyy-MM-dd}", new Phrase("结束早于开始", "ends before it begins"), new Phrase(
                $"不早于 {campaign.From:yyyy-MM-dd} 的日期",
                $"a date not before {campaign.From:yyyy-MM-dd}"));
        }
    }

    private static void Channel(ValidationScope scope, string file, string path, string adapter, string address)
    {
        var adapters = scope.Surroundings.Adapters;
        if (!adapters.TryGetValue(adapter, out var knows))
        {
            scope.ReportUnknown(file, $"{path}.adapter", adapter, new Phrase("没有这个适配器", "no such adapter"), [.. adapters.Keys]);
        }
        else if (!knows(address))
        {
            scope.Report(file, $"{path}.address", address, new Phrase($"适配器 {adapter} 不认识这个地址", $"adapter {adapter} does not know this address"), new Phrase(
                $"在 appsettings.json 的 DealBot:Adapters 里为 {adapter} 配置过的名字",
                $"a name configured for {adapter} under DealBot:Adapters in appsettings.json"));
        }
    }

    private static void Accounts(ValidationScope scope, Owner owner, string path)
    {
        var networks = scope.Surroundings.NetworkAccounts;
        if (owner.NetworkAccounts.Count == 0)
        {
            scope.Report(OwnersFile.Name, path, "{}", new Phrase("没有联盟账号，链接无法带上跟单参数", "no network account: links could not carry the owner's ids"), new Phrase(
                "至少一个，例如 { \"jd\": \"main\" }",
                "at least one, for example { \"jd\": \"main\" }"));
        }

        foreach (var (network, account) in owner.NetworkAccounts.Where(entry => !scope.Surroundings.AbsentNetworks.Contains(entry.Key)))
        {
            if (!networks.TryGetValue(network, out var accounts))
            {
                NoNetwork(scope, OwnersFile.Name, $"{path}.{network}", network);
            }
            else if (!accounts.Contains(account))
            {
                scope.ReportUnknown(OwnersFile.Name, $"{path}.{network}", account, new Phrase("没有这个联盟账号", "no such network account"), accounts);
            }
        }
    }

    /// <summary>A network that is only not set up is not misspelt: guessing at another one would lead astray.</summary>
    private static void NoNetwork(ValidationScope scope, string file, string path, string network)
    {
        if (!NetworkNames.BuiltIn.Contains(network))
        {
            scope.ReportUnknown(file, path, network, new Phrase("没有这个联盟", "no such network"), [.. scope.Surroundings.NetworkAccounts.Keys]);
            return;
        }

        var section = $"DealBot:Networks:{char.ToUpperInvariant(network[0])}{network[1..]}:Accounts";
        scope.Report(file, path, network, new Phrase("这个联盟没有设置账号", "no account of this network is set up"), new Phrase(
            $"没有开通就删去这一项；开通了就在 appsettings.json 的 {section} 里写上账号",
            $"remove the entry, or name the account under {section} in appsettings.json"));
    }

    private static void Positions(ValidationScope scope, Group group, string path)
    {
        var networks = scope.Surroundings.NetworkAccounts;
        foreach (var (network, position) in group.Positions)
        {
            if (!networks.ContainsKey(network) && !scope.Surroundings.AbsentNetworks.Contains(network))
            {
                NoNetwork(scope, GroupsFile.Name, $"{path}.{network}", network);
            }

            // A PID copied whole, while Taobao's orders name its last part alone: links would seem to have lost it, and no order would be the group's.
            if (network == "taobao" && position.StartsWith("mm_", StringComparison.Ordinal))
            {
                var last = position[(position.LastIndexOf('_') + 1)..];
                scope.Report(GroupsFile.Name, $"{path}.{network}", position, new Phrase("是整个 PID，订单里只有最后一段", "is a whole PID, of which orders name the last part alone"), new Phrase(
                    $"只写最后一段 {last}", $"give the last part alone, {last}"));
            }
            else if (position.Length == 0 || position.Any(letter => !char.IsAsciiLetterOrDigit(letter) && letter is not ('_' or '-' or '.')))
            {
                scope.Report(GroupsFile.Name, $"{path}.{network}", position, new Phrase("不是推广位", "no promotion position"), new Phrase(
                    "联盟后台里这个推广位的编号，例如 3100000101", "the position's number in the network's console, for example 3100000101"));
            }
        }
    }

    private static void Known(ValidationScope scope, string file, string path, string value, HashSet<string>? known, Phrase problem)
    {
        if (known?.Contains(value) == false)
        {
            scope.ReportUnknown(file, path, value, problem, known);
        }
    }
}

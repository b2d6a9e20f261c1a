using System.Text.RegularExpressions;
using DealBot.Host.Rehearsal.Networks;
using DealBot.Simulators.Market;
using DealBot.Simulators.Shoppers;

namespace DealBot.Host.Rehearsal;

/// <summary>People who read the groups: they follow the links they are shown to the service itself, land at the network, and some buy.</summary>
internal sealed partial class Shoppers : IDisposable
{
    private readonly ShopperCrowd _crowd;
    private readonly IReadOnlyList<RehearsedNetwork> _networks;
    private readonly Uri _service;
    private readonly ShopWindow _window;
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    public Shoppers(int seed, IReadOnlyList<RehearsedNetwork> networks, Uri service, ShopWindow window) =>
        (_crowd, _networks, _service, _window) = (new ShopperCrowd(seed), networks, service, window);

    /// <summary>Puts what a message makes people do on the agenda.</summary>
    public async Task ReadAsync(ChatMessage message, Agenda agenda, CancellationToken cancellationToken)
    {
        if (message.Text is not { } text || _window.GroupOf(message) is not { } group)
        {
            return;
        }

        var links = Link().Matches(text).Select(match => match.Groups["code"].Value).ToList();
        var deals = new List<SeenDeal>();
        foreach (var code in links)
        {
            if (await _window.FindAsync(code, cancellationToken) is { } deal)
            {
                deals.Add(new SeenDeal(new Uri(SimulatedWorld.PublicAddress, $"/g/{code}"), deal.Category, deal.Price, deal.FinalPrice));
            }
        }

        deals.AddRange(Command().Matches(text).SelectMany(match => _networks.Select(network => network.Simulator.Open(match.Value))).OfType<SeenDeal>());
        if (deals.Count == 0)
        {
            return;
        }

        var members = new ShopperGroup(group.Id, group.Members, _window.TasteOf(group));

        // Of a command only the path is the same from run to run: the simulators listen where there is room.
        foreach (var visit in _crowd.Visits(members, links.FirstOrDefault() ?? deals[0].Link.AbsolutePath, deals, message.At))
        {
            agenda.Add(visit.At, token => VisitAsync(visit, token));
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task VisitAsync(ShopperVisit visit, CancellationToken cancellationToken)
    {
        if (!SimulatedWorld.PublicAddress.IsBaseOf(visit.Link))
        {
            // A command is copied out of the chat into the network's app: our service does not see it, and no machine does it.
            await (visit.IsPerson ? LandAsync(visit, visit.Link, cancellationToken) : Task.CompletedTask);
            return;
        }

        using var request = new HttpRequestMessage(new HttpMethod(visit.Method), new Uri(_service, visit.Link.PathAndQuery));
        request.Headers.TryAddWithoutValidation("User-Agent", visit.UserAgent);
        request.Headers.TryAddWithoutValidation("X-Forwarded-For", visit.ClientAddress);
        using var response = await _http.SendAsync(request, cancellationToken);
        if (response.Headers.Location is { } target && visit.IsPerson)
        {
            await LandAsync(visit, target, cancellationToken);
        }
    }

    private async Task LandAsync(ShopperVisit visit, Uri target, CancellationToken cancellationToken)
    {
        using var landing = await _http.GetAsync(target, cancellationToken);
        if (visit.Buys && landing.Headers.TryGetValues(NetworkSimulator.VisitHeader, out var ids))
        {
            _networks.Single(network => network.Simulator.BaseAddress.IsBaseOf(target)).Simulator.TryBuy(ids.First(), visit.Quantity);
        }
    }

    [GeneratedRegex(@"https://deal\.example\.cn/g/(?<code>[0-9a-z]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    [GeneratedRegex("￥[0-9A-Za-z]+￥", RegexOptions.CultureInvariant)]
    private static partial Regex Command();
}

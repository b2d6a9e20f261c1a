namespace DealBot.Host.Tests.Plugins;

/// <summary>Plugins as source. What a test is about replaces a line.</summary>
internal static class PluginSources
{
    /// <summary>An adapter that takes everything.</summary>
    public static string Adapter(
        string send = "Task.FromResult<SendResult>(new SendResult.Sent())",
        string create = "",
        string validate = "Enumerable.Empty<OptionFault>()",
        string name = "_context.Name",
        string knows = "address == \"board\"",
        string limits = "_limits",
        string also = "",
        string members = "") => $$"""
        public sealed class Entry : IAdapterPlugin
        {
            public IEnumerable<OptionFault> Validate(JsonElement options) => {{validate}};

            public IMessagingAdapter CreateAdapter(PluginContext context)
            {
                {{create}}
                return new Board(context);
            }
        }

        public sealed class Board : IMessagingAdapter {{(also.Length > 0 ? ", " + also : "")}}
        {
            private static readonly AdapterLimits _limits = new AdapterLimits { Kinds = MessageKinds.Text, TextLength = 500 };
            private readonly PluginContext _context;
            public Board(PluginContext context) { _context = context; }
            public string Name => {{name}};
            public AdapterLimits Limits => _limits;
            public AdapterLimits LimitsFor(string address) => {{limits}};
            public bool Knows(string address) => {{knows}};
            public Task<SendResult> SendAsync(SendRequest request, CancellationToken cancellationToken) => {{send}};
            public Task<AddressReport> TestAsync(string address, CancellationToken cancellationToken) => Task.FromResult(AddressReport.Proven());
            {{members}}
        }
        """;

    /// <summary>A network with two accounts that lists one deal of its own, and one that claims to be another's.</summary>
    public const string Network = """
        public sealed class Entry : INetworkPlugin
        {
            public NetworkAccounts CreateNetwork(PluginContext context) => new NetworkAccounts(
                new[] { new Shop(context.Name, "main"), new Shop(context.Name, "second") }, new[] { new DealQuery("1", null, context.DealsPerChannel) });
        }

        public sealed class Shop : IAffiliateNetwork
        {
            public Shop(string name, string account) { Name = name; Account = account; }
            public string Name { get; }
            public string Account { get; }
            public NetworkLimits Limits => new NetworkLimits(TimeSpan.FromHours(1), TimeSpan.FromDays(30));

            public IReadOnlyList<string> Positions => new[] { "p1", "p2" };

            public Task<DealCheck> RecheckAsync(Deal deal, CancellationToken cancellationToken) => deal.Key.ItemId == "1"
                ? Task.FromResult<DealCheck>(new DealCheck.Found(deal))
                : throw new InvalidOperationException("broken");

            public async IAsyncEnumerable<Deal> ListDealsAsync(DealQuery query, CancellationToken cancellationToken)
            {
                await Task.Yield();
                yield return DealOf("jd");
                yield return DealOf(Name);
                if (query.Channel == "broken") throw new InvalidOperationException("broken");
            }

            public Task<LinkResult> ConvertAsync(LinkRequest request, CancellationToken cancellationToken) =>
                Task.FromResult<LinkResult>(new LinkResult.Converted(new TrackingLink(new Uri("https://acme.example/" + request.Tracking.SubId), request.Tracking, null)));

            public async IAsyncEnumerable<OrderReport> PullOrdersAsync(OrderWindow window, CancellationToken cancellationToken)
            {
                await Task.Yield();
                yield break;
            }

            public OrderUpdate ReadOrder(string raw, DateTimeOffset changedBy) => throw new InvalidOperationException();

            public Task<IReadOnlyList<AccountFault>> TestAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<AccountFault>>(Array.Empty<AccountFault>());

            private static Deal DealOf(string network) => new Deal
            {
                Key = new DealKey(network, "1"), Title = "纸尿裤", Category = "母婴", Price = new Money(1990), FinalPrice = new Money(990),
                CommissionRate = Rate.FromPercent(10), MaterialUrl = "https://acme.example/1", SeenAt = DateTimeOffset.UnixEpoch,
            };
        }
        """;
}

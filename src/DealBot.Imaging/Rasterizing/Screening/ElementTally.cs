namespace DealBot.Imaging.Rasterizing.Screening;

/// <summary>
/// What a document comes to when every reference is followed: an element that is used ten times counts ten times, and its depth adds to
/// that of the place it is used in.
/// </summary>
internal sealed class ElementTally
{
    private const int MostDrawn = 50_000;
    private const int MostNesting = 128;
    private const int MostLayers = 250;
    private const int MostLayersWithin = 24;

    private readonly List<Element> _elements = [];
    private readonly Dictionary<string, int> _ids = [];

    public int Count => _elements.Count;

    /// <summary>Adds an element and gives its number.</summary>
    /// <param name="parent">The number of its parent, or -1.</param>
    /// <param name="layers">How many bitmaps it takes beside that of the drawing.</param>
    public int Add(int parent, int layers)
    {
        var number = _elements.Count;
        _elements.Add(new Element(layers));
        if (parent >= 0)
            _elements[parent].Parts.Add(number);

        return number;
    }

    public void Name(int element, string id) => _ids.TryAdd(id, element);

    public void Refer(int element, string id) => (_elements[element].References ??= []).Add(id);

    /// <summary>Refuses what comes to too much, or gives the number of bitmaps.</summary>
    public long Check() => _elements.Count > 0 ? Visit(0, 0).Layers : 0;

    private Extent Visit(int number, int level)
    {
        var element = _elements[number];
        if (element.Extent is { } known)
            return known;
        if (element.Visiting)
            throw Screen.Refusal("an element refers to itself");
        if (level > MostNesting)
            throw TooDeep();

        element.Visiting = true;
        var extent = new Extent(1, 1, element.Layers, element.Layers);
        foreach (var part in element.Parts)
            extent = extent.With(Visit(part, level + 1), element.Layers);
        foreach (var reference in element.References ?? [])
        {
            if (_ids.TryGetValue(reference, out var target))
                extent = extent.With(Visit(target, level + 1), element.Layers);
        }

        element.Visiting = false;
        element.Extent = Limit(extent);
        return extent;
    }

    private static Extent Limit(Extent extent)
    {
        if (extent.Drawn > MostDrawn)
            throw Screen.Refusal($"it draws more than {MostDrawn} elements, repetitions by reference included");
        if (extent.Depth > MostNesting)
            throw TooDeep();
        if (extent.Layers > MostLayers || extent.LayersWithin > MostLayersWithin)
            throw Screen.Refusal($"it has more than {MostLayers} elements with opacity or mask and steps of filters, or more than {MostLayersWithin} within each other");

        return extent;
    }

    private static ImagingException TooDeep() => Screen.Refusal($"its elements are nested more than {MostNesting} deep, references included");

    private sealed class Element(int layers)
    {
        public int Layers { get; } = layers;

        public List<int> Parts { get; } = [];

        public List<string>? References { get; set; }

        public bool Visiting { get; set; }

        public Extent? Extent { get; set; }
    }

    private readonly record struct Extent(long Drawn, int Depth, long Layers, int LayersWithin)
    {
        public Extent With(Extent inner, int ownLayers) => new(
            Drawn + inner.Drawn, Math.Max(Depth, inner.Depth + 1), Layers + inner.Layers, Math.Max(LayersWithin, ownLayers + inner.LayersWithin));
    }
}

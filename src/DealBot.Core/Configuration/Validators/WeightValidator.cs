using DealBot.Contracts;

namespace DealBot.Core.Configuration.Validators;

/// <summary>Weights are finite and not negative.</summary>
internal static class WeightValidator
{
    public static void Validate(ValidationScope scope)
    {
        var weights = scope.Configuration.Selection.Weights;
        Check(scope, SelectionFile.Name, "$.selection.weights.discount", weights.Discount, 100);
        Check(scope, SelectionFile.Name, "$.selection.weights.sales", weights.Sales, 100);
        Check(scope, SelectionFile.Name, "$.selection.weights.exposure", weights.Exposure, 100);
        Check(scope, SelectionFile.Name, "$.selection.weights.diversity", weights.Diversity, 1);
        for (var i = 0; i < scope.Configuration.Audiences.Count; i++)
        {
            var audience = scope.Configuration.Audiences[i];
            Check(scope, AudiencesFile.Name, $"$.audiences[{i}].otherCategories", audience.OtherCategories, 100);
            foreach (var (category, weight) in audience.Categories)
            {
                Check(scope, AudiencesFile.Name, $"$.audiences[{i}].categories.{category}", weight, 100);
            }
        }
    }

    private static void Check(ValidationScope scope, string file, string path, double weight, double high)
    {
        if (!double.IsFinite(weight) || weight < 0 || weight > high)
        {
            scope.Report(file, path, $"{weight}", new Phrase("权重超出范围", "weight out of range"), new Phrase($"0 到 {high}", $"0 to {high}"));
        }
    }
}

using System.Text.Json.Serialization;

namespace Cryptocardium.Cards.Domain;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(DecisionFacts))]
internal sealed partial class FactsJson : JsonSerializerContext;

using System.Text.Json.Serialization;

namespace Cryptocardium.Client;

/// <summary>A body whose members can be cleared: an absent member keeps its value, and null takes it away.</summary>
public interface IMergePatch
{
    /// <summary>The members to send as null, named as in JSON: <c>daily_usd</c>.</summary>
    ISet<string> Cleared { get; }
}

/// <inheritdoc/>
public partial class UpdateCardRequest : IMergePatch
{
    /// <inheritdoc/>
    [JsonIgnore]
    public ISet<string> Cleared { get; } = new HashSet<string>();
}

/// <inheritdoc/>
public partial class CardLimitsInput : IMergePatch
{
    /// <inheritdoc/>
    [JsonIgnore]
    public ISet<string> Cleared { get; } = new HashSet<string>();
}

/// <inheritdoc/>
public partial class CardMccInput : IMergePatch
{
    /// <inheritdoc/>
    [JsonIgnore]
    public ISet<string> Cleared { get; } = new HashSet<string>();
}

/// <inheritdoc/>
public partial class CardGeoInput : IMergePatch
{
    /// <inheritdoc/>
    [JsonIgnore]
    public ISet<string> Cleared { get; } = new HashSet<string>();
}

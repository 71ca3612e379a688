using Cryptocardium.Kernel;

namespace Cryptocardium.Treasury.Contract;

/// <summary>The way to add money to a treasury that has too little, as the hint of an error.</summary>
public interface IFundingHint
{
    /// <summary>The hint for a mode; null where the rail is real.</summary>
    string? For(Mode mode);
}

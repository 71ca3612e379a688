namespace Cryptocardium.Kernel.Data;

/// <summary>An entity whose rows belong to an account. Queries select them with <see cref="UnitOfWork.Select"/>.</summary>
public interface IOwned
{
    /// <summary>The owner.</summary>
    AccountId AccountId { get; }
}

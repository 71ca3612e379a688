namespace Cryptocardium.Kernel;

/// <summary>Where the edge tells of each request that it has answered.</summary>
public interface IRequestLog
{
    /// <summary>Takes it in, and writes it down a moment later, with others.</summary>
    void Add(AnsweredRequest request);
}

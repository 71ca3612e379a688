namespace Mediator;

/// <summary>The one handler of a query; a missing or a second one is a build error (MEDI001, MEDI002).</summary>
public interface IQueryHandler<in TQuery, TResponse>
    where TQuery : IQuery<TResponse>
{
    /// <summary>Handles the query after all behaviours have let it through.</summary>
    ValueTask<TResponse> Handle(TQuery query, CancellationToken cancellationToken);
}

const today = `(now() at time zone 'Europe/Brussels')::date`;

const knowledgeCircle = `
  select row_to_json(circle) as answer
  from (select k.name from circle_membership m join knowledge_circle k on k.id = m.circle_id
    where m.organisation_id = o.id and m.from_date <= ${today} and (m.to_date is null or m.to_date > ${today})
    limit 1) circle`;

const publishedLabel = `
  select row_to_json(label) as answer
  from (select l.level, l.kind, l.valid_until as "validUntil" from published_label l
    where l.authority_id = o.id and l.valid_from <= ${today} and l.valid_until >= ${today}
    order by l.valid_from desc, l.id desc
    limit 1) label`;

const portfolio = `
  select coalesce(json_agg(row_to_json(item)), '[]') as nodes
  from (select i.status, authority.answer as authority
    from (select * from portfolio_item
      where solution_id = s.id and visibility = 'PUBLIC' order by since, id limit 5) i
    join organisation o on o.id = i.authority_id
    left join lateral (${knowledgeCircle}) circle on true
    left join lateral (${publishedLabel}) label on true
    cross join lateral (select row_to_json(one) as answer
      from (select o.legal_name as "legalName", circle.answer as "knowledgeCircle",
        label.answer as "publishedLabel") one) authority
    order by i.since, i.id) item`;

const solutions = `
  select coalesce(json_agg(row_to_json(solution)), '[]') as nodes
  from (select s.slug, s.name, vendor.answer as vendor, row_to_json(portfolio) as portfolio
    from (select * from solution where status in ('PUBLISHED', 'WITHDRAWN') order by name, id limit $1) s
    cross join lateral (select row_to_json(one) as answer
      from (select name from vendor where vendor.id = s.vendor_id) one) vendor
    cross join lateral (${portfolio}) portfolio
    order by s.name, s.id) solution`;

/** The reference question in one statement, which gives the text of the answer's body. */
export const referenceStatement = `
  select row_to_json(body)::text as answer
  from (select row_to_json(data) as data
    from (select row_to_json(solutions) as solutions from (${solutions}) solutions) data) body`;

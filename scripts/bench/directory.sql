-- Resources :from to :to, published, and :comments comments on them, written as Strapi writes them.
INSERT INTO resources_resources
  (document_id, name, slug, kind, website, languages, summary, description, origin, standing, checked_at, created_at, updated_at, published_at, locale)
SELECT
  'load' || lpad(n::text, 20, '0'),
  (ARRAY['Atelier', 'Agence', 'Studio', 'Bureau', 'Centre', 'Maison', 'Fabrique', 'Réseau'])[1 + n % 8] || ' ' ||
  (ARRAY['numérique', 'créatif', 'logiciel', 'sécurité', 'données', 'nuage', 'industrie', 'santé', 'énergie', 'mobilité'])[1 + (n / 8) % 10] || ' ' || n,
  'load-' || n,
  (ARRAY['public', 'private'])[1 + (n % 3) / 2],
  'https://load-' || n || '.example',
  (ARRAY['fr', 'fr, nl', 'fr, en', 'fr, nl, en'])[1 + n % 4],
  'Accompagne les entreprises du secteur dans leur ' ||
  (ARRAY['croissance', 'transformation', 'stratégie', 'innovation', 'exportation'])[1 + n % 5] || ', avec une équipe de ' || n % 40 || ' personnes.',
  'Depuis ' || (1990 + n % 30) || ', cette organisation travaille avec des entreprises wallonnes sur des projets de développement. ' ||
  repeat('Elle propose un suivi régulier et des ateliers. ', 4),
  'fictitious', 'current', date '2026-01-01' + n % 300, now() - n * interval '1 minute', now(), published_at, 'fr'
FROM generate_series(:from, :to) AS n, (VALUES (NULL::timestamp), (now()::timestamp)) AS status (published_at);

CREATE TEMPORARY TABLE loaded AS
SELECT id, published_at, substr(document_id, 5)::int AS n FROM resources_resources WHERE document_id LIKE 'load%' AND substr(document_id, 5)::int >= :from;

INSERT INTO resources_resources_steps_lnk (resource_id, step_id, step_ord)
SELECT loaded.id, step.id, k
FROM loaded, generate_series(0, 1) AS k, charter_steps AS step
WHERE step.number = 1 + (n + k * 4) % 9 AND step.locale = 'fr' AND (step.published_at IS NULL) = (loaded.published_at IS NULL);

INSERT INTO resources_resources_zones_lnk (resource_id, zone_id, zone_ord)
SELECT loaded.id, zone.id, k
FROM loaded, generate_series(0, 1) AS k,
  (SELECT id, row_number() OVER (ORDER BY id) - 1 AS position FROM resources_zones WHERE locale = 'fr') AS zone
WHERE zone.position = (n + k * 3) % 7;

WITH experience AS (
  INSERT INTO components_resources_experiences (step_number, since, text)
  SELECT 1 + n % 9, 2000 + n % 20, 'Expérience ' || n FROM loaded WHERE published_at IS NOT NULL
  RETURNING id, text
)
INSERT INTO resources_resources_cmps (entity_id, cmp_id, component_type, field, "order")
SELECT loaded.id, experience.id, 'resources.experience', 'experiences', 1
FROM experience JOIN loaded ON experience.text = 'Expérience ' || n AND published_at IS NOT NULL;

INSERT INTO comments_comments
  (document_id, public_key, is_staff, audience, author, text, path, target, language, sent_at, state, fingerprint, created_at, updated_at, published_at)
SELECT
  'loadc' || lpad(n::text, 19, '0'), lpad(to_hex(n), 16, '0'), false, 'publish', 'Lecteur ' || n, 'Commentaire ' || n, '/ressources/load-' || 1 + n % :to,
  'plugin::resources.resource:load' || lpad((1 + n % :to)::text, 20, '0'), 'fr', now() - n * interval '1 second',
  (ARRAY['approved', 'approved', 'pending', 'refused'])[1 + n % 4], 'load' || n, now(), now(), now()
FROM generate_series(1, :comments) AS n;
